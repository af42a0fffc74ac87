"""The examples library: browse, read, offer, withdraw, copy."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import Action, UserRequest, may, thing_or_404
from kls_portal.answers import answered, require_safe_or_post
from vacancies.drafting.forms.versions import CopyForm, FindExamplesForm, OfferForm
from vacancies.drafting.models.examples import Example
from vacancies.drafting.services.examples import (
    copy_example,
    copy_of,
    find_examples,
    offer_example,
    readable_by,
    withdraw_example,
)
from vacancies.drafting.services.versions import draft_in, job_description_of_example
from vacancies.drafting.views.versions import version_or_404
from vacancies.posts.requests import for_members, posted, refusal_in, vacancy_or_404

PER_PAGE = 20


@require_safe
def example_list(request: UserRequest) -> HttpResponse:
    form = FindExamplesForm(request.GET)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name, "") for name in ("title", "band", "area")}
    own = Example.objects.visible_to(request.user).defer("content").order_by("-offered_at")
    context = {
        "form": form,
        "filtered": any(asked.values()),
        "page": Paginator(find_examples(**asked), PER_PAGE).get_page(request.GET.get("page")),
        "own": own,
    }
    return render(request, "vacancies/drafting/example_list.html", context)


@require_safe
def example_detail(request: UserRequest, example_id: int) -> HttpResponse:
    example = _example_or_404(request, example_id)
    context = {
        "example": example,
        "job": job_description_of_example(example),
        "is_own": may(request.user, Action.EDIT, example),
    }
    return render(request, "vacancies/drafting/example_detail.html", context)


@require_safe_or_post
def example_offer(request: UserRequest, vacancy_id: int, number: int) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id)
    version = version_or_404(vacancy, number)
    form = OfferForm(posted(request), draft=draft_in(version), organisation=vacancy.organisation)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("key", "band", "area")}
        with refusal_in(form):
            example = offer_example(version=version, person=request.user, texts=form.edits, **given)
            said = "You offered this example. An editor looks at it next."
            return answered(request, said, "vacancies:example_detail", example.pk)
    context = {"vacancy": vacancy, "version": version, "form": form}
    return render(request, "vacancies/drafting/example_offer.html", context)


@require_safe_or_post
def example_withdraw(request: UserRequest, example_id: int) -> HttpResponse:
    example = thing_or_404(request, Example.objects.all(), example_id, Action.EDIT)
    if request.method == "POST":
        withdraw_example(example=example)
        return answered(request, f"You withdrew “{example.title}”.", "vacancies:example_list")
    return render(request, "vacancies/drafting/example_withdraw.html", {"example": example})


@require_safe_or_post
@for_members
def example_copy(request: UserRequest, example_id: int) -> HttpResponse:
    example = _example_or_404(request, example_id)
    form = CopyForm(posted(request), person=request.user, initial={"title": example.title})
    if request.method == "POST" and form.is_valid():
        vacancy = copy_example(example=example, person=request.user, **form.cleaned_data)
        return answered(request, "You opened a vacancy from this example. Make it yours.", vacancy)
    return render(
        request, "vacancies/drafting/example_copy.html", {"example": example, "form": form}
    )


@require_safe
def copy_changes(request: UserRequest, vacancy_id: int) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id)
    copy = copy_of(vacancy, request.user)
    if copy is None:
        raise Http404
    context = {"vacancy": vacancy, "copy": copy}
    return render(request, "vacancies/drafting/copy_changes.html", context)


def _example_or_404(request: UserRequest, example_id: int) -> Example:
    readable = readable_by(request.user).select_related("organisation")
    return get_object_or_404(readable, pk=example_id)
