"""The examples library: browse, read, offer, withdraw, copy."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404

from kls_portal.accounts.permissions import Action, UserRequest, may, thing_or_404
from kls_portal.answers import Answer, answered, page, require_safe_or_post
from vacancies.drafting.forms.versions import CopyForm, FindExamplesForm, OfferForm
from vacancies.drafting.models.examples import Example
from vacancies.drafting.services import examples
from vacancies.drafting.services.versions import draft_in, job_description_of_example
from vacancies.drafting.views.versions import version_or_404
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import for_members, posted, refusal_in, vacancy_form, vacancy_page

PER_PAGE = 20


@page
def example_list(request: UserRequest) -> Answer:
    form = FindExamplesForm(request.GET)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name, "") for name in ("title", "band", "area")}
    own = Example.objects.visible_to(request.user).defer("content").order_by("-offered_at")
    return {
        "form": form,
        "filtered": any(asked.values()),
        "page": Paginator(examples.find_examples(**asked), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "own": own,
    }


@page
def example_detail(request: UserRequest, example_id: int) -> Answer:
    example = _example_or_404(request, example_id)
    return {
        "example": example,
        "job": job_description_of_example(example),
        "is_own": may(request.user, Action.EDIT, example),
    }


@vacancy_form()
def example_offer(request: UserRequest, vacancy: Vacancy, number: int) -> Answer:
    version = version_or_404(vacancy, number)
    form = OfferForm(posted(request), draft=draft_in(version), organisation=vacancy.organisation)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("key", "band", "area")}
        with refusal_in(form):
            example = examples.offer_example(
                version=version, person=request.user, texts=form.edits, **given
            )
            said = "You offered this example. An editor looks at it next."
            return answered(request, said, "vacancies:example_detail", example.pk)
    return {"version": version, "form": form}


@require_safe_or_post
def example_withdraw(request: UserRequest, example_id: int) -> Answer:
    example = thing_or_404(request, Example.objects.all(), example_id, Action.EDIT)
    if request.method == "POST":
        examples.withdraw_example(example=example)
        return answered(request, f"You withdrew “{example.title}”.", "vacancies:example_list")
    return {"example": example}


@require_safe_or_post
@for_members
def example_copy(request: UserRequest, example_id: int) -> Answer:
    example = _example_or_404(request, example_id)
    form = CopyForm(posted(request), person=request.user, initial={"title": example.title})
    if request.method == "POST" and form.is_valid():
        vacancy = examples.copy_example(example=example, person=request.user, **form.cleaned_data)
        return answered(request, "You opened a vacancy from this example. Make it yours.", vacancy)
    return {"example": example, "form": form}


@vacancy_page()
def copy_changes(request: UserRequest, vacancy: Vacancy) -> Answer:
    copy = examples.copy_of(vacancy, request.user)
    if copy is None:
        raise Http404
    return {"copy": copy}


def _example_or_404(request: UserRequest, example_id: int) -> Example:
    readable = examples.readable_by(request.user).select_related("organisation")
    return get_object_or_404(readable, pk=example_id)
