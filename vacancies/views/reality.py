"""What a post really does now against its job description."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.reality import RealityForm
from vacancies.services.reality import last_agreed, reality_page
from vacancies.services.versions import draft_in
from vacancies.views.fetch import posted, vacancy_or_404


@require_safe_or_post
def reality_check(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Ask what became of each duty of the last agreed version. Nothing is stored."""
    vacancy = vacancy_or_404(request, vacancy_id)
    version = last_agreed(vacancy.versions.all())
    duties = draft_in(version).duties if version else ()
    form = RealityForm(posted(request), duties=duties)
    context: dict[str, Any] = {
        "vacancy": vacancy,
        "version": version,
        "duties": duties,
        "form": form,
        "today": localdate(),
    }
    if duties and request.method == "POST" and form.is_valid():
        context["result"] = reality_page(form.answers, form.cleaned_data["new"])
    return render(request, "vacancies/reality_check.html", context)
