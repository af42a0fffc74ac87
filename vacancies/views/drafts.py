"""The whole draft to read and print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from vacancies.drafting.groups import by_group
from vacancies.services.drafting import draft_of, sections_of
from vacancies.services.echoes import echoes_of
from vacancies.services.frozen import reading
from vacancies.views.fetch import vacancy_or_404


@require_safe
def draft_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the job description and person specification as they stand."""
    vacancy = vacancy_or_404(request, vacancy_id)
    lacking = [section for section in sections_of(vacancy) if section.lacks]
    context = {
        "vacancy": vacancy,
        "lacking": lacking,
        "echoes": echoes_of(vacancy),
        "groups": by_group(vacancy.duties.all()),
        "reading": reading(draft_of(vacancy)),
    }
    return render(request, "vacancies/draft_detail.html", context)
