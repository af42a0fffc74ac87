"""The person specification: add, change, move and remove criteria."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from vacancies.drafting.extensions import extensions
from vacancies.drafting.fields import Draft
from vacancies.drafting.forms.rows import CriterionForm, NewCriterionForm
from vacancies.drafting.models import Criterion
from vacancies.drafting.services.drafting import sections_of
from vacancies.drafting.services.ordered import (
    add_criterion,
    find_same,
    move,
    moved_words,
    remove,
)
from vacancies.drafting.services.reviews import said_of
from vacancies.drafting.views.typed import NEW, asked_to_check, findings_panel, typed_draft
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, typed_in, vacancy_or_404, vacancy_to_change_or_404
from vacancies.posts.saving import (
    added_as_typed,
    atomic_on_post,
    is_autosave,
    not_added_as_typed,
    save_posted,
    saves,
)
from vacancies.profiles.services import beside

SECTION = "person-specification"


@require_safe
def criterion_list(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the person specification and what is missing."""
    vacancy = vacancy_or_404(request, vacancy_id)
    context = {
        "vacancy": vacancy,
        "section": next(s for s in sections_of(vacancy) if s.slug == SECTION),
        "echoes": extensions.copied_wording(vacancy, "person-specification"),
        "kinds": _kinds(vacancy),
        "beside": beside(vacancy.profile),
        "panel": findings_panel(vacancy, SECTION),
    }
    return render(request, "vacancies/drafting/criterion_list.html", context)


@require_safe_or_post
def criterion_create(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Add a criterion at the end. `?duty=…` ticks the duty that needs it."""
    vacancy = vacancy_or_404(request, vacancy_id)
    wanted = request.GET.get("duty", "")
    needed_for = [duty.pk for duty in vacancy.duties.all() if str(duty.pk) == wanted]
    form = NewCriterionForm(posted(request), vacancy=vacancy, initial={"duties": needed_for})
    if request.method == "POST" and form.is_valid() and not asked_to_check(request):
        return _add(request, vacancy, form)
    if is_autosave(request):
        return not_added_as_typed(form)
    context = {
        "vacancy": vacancy,
        "heading": "Add a criterion",
        "form": form,
        "beside": beside(vacancy.profile),
        "panel": findings_panel(vacancy, SECTION, form, NEW, _typed(request, vacancy, NEW)),
    }
    return render(request, "vacancies/drafting/criterion_create.html", context)


@require_safe_or_post
@atomic_on_post
def criterion_edit(request: UserRequest, vacancy_id: int, criterion_id: int) -> HttpResponse:
    """Change a criterion."""
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    criterion = next((one for one in vacancy.criteria.all() if one.pk == criterion_id), None)
    if criterion is None:
        return _gone(request, vacancy)
    form = CriterionForm(posted(request), instance=criterion, vacancy=vacancy)

    address = reverse("vacancies:criterion_list", args=[vacancy.pk])
    if asked_to_check(request):
        form.is_valid()
    elif answer := save_posted(
        request, form, saves(form, vacancy), "You changed the criterion.", address
    ):
        return answer
    context = {
        "vacancy": vacancy,
        "criterion": criterion,
        "heading": "Change a criterion",
        "said": said_of(vacancy).get(f"criterion-{criterion.pk}"),
        "form": form,
        "beside": beside(vacancy.profile),
        "panel": findings_panel(
            vacancy, SECTION, form, criterion.pk, _typed(request, vacancy, criterion.pk)
        ),
    }
    return render(request, "vacancies/drafting/criterion_edit.html", context)


def _add(request: UserRequest, vacancy: Vacancy, form: NewCriterionForm) -> HttpResponse:
    given = form.cleaned_data
    if is_autosave(request):
        criterion = add_criterion(vacancy=vacancy, **given)
        address = reverse("vacancies:criterion_edit", args=[vacancy.pk, criterion.pk])
        return added_as_typed(CriterionForm(instance=criterion, vacancy=vacancy), address)
    said = {name: given[name] for name in ("text", "category", "essential", "assessed_by")}
    if find_same(Criterion, vacancy, said):
        messages.info(request, "This criterion is there already. It was not added again.")
    else:
        add_criterion(vacancy=vacancy, **given)
        messages.success(request, "You added a criterion.")
    return redirect("vacancies:criterion_list", vacancy.pk)


def _gone(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    """Give what was typed back where the criterion was removed meanwhile, to add it anew."""
    names = NewCriterionForm.base_fields
    form = NewCriterionForm(initial=typed_in(request, names), vacancy=vacancy)
    if not form.initial.get("text"):
        raise Http404
    page = "vacancies:criterion_create"
    context = {"vacancy": vacancy, "form": form, "one": "criterion", "page": page}
    return render(request, "vacancies/drafting/row_gone.html", context, status=404)


@require_POST
def criterion_move(
    request: UserRequest, vacancy_id: int, criterion_id: int, direction: str
) -> HttpResponse:
    """Move a criterion one place up or down."""
    vacancy = vacancy_or_404(request, vacancy_id)
    row = get_object_or_404(vacancy.criteria, pk=criterion_id)
    words = moved_words([row], move(vacancy=vacancy, rows=[row], direction=direction))
    page = reverse("vacancies:criterion_list", args=[vacancy.pk])
    return answered(request, words, page, row=f"row-{row.pk}")


@require_safe_or_post
def criterion_remove(request: UserRequest, vacancy_id: int, criterion_id: int) -> HttpResponse:
    """Remove a criterion, once the person has confirmed."""
    vacancy = vacancy_or_404(request, vacancy_id)
    criterion = get_object_or_404(vacancy.criteria, pk=criterion_id)
    asked = list(criterion.questions.all())
    if request.method == "POST":
        remove(row=criterion)
        kept = " Its questions are kept. Give them another criterion." * bool(asked)
        messages.success(request, f"You removed the criterion.{kept}")
        return redirect("vacancies:criterion_list", vacancy.pk)
    context = {"vacancy": vacancy, "criterion": criterion, "asked": asked}
    return render(request, "vacancies/drafting/criterion_remove.html", context)


def _typed(request: UserRequest, vacancy: Vacancy, row: int) -> Draft | None:
    """Return the draft with the criterion as it was sent, or None where nothing was."""
    if request.method != "POST":
        return None
    return typed_draft(vacancy, SECTION, row, request.POST)[0]


def _kinds(vacancy: Vacancy) -> list[tuple[str, int, list[Criterion]]]:
    """Return (heading, number of the first, criteria) of the essential and the desirable ones."""
    essential = [criterion for criterion in vacancy.criteria.all() if criterion.essential]
    desirable = [criterion for criterion in vacancy.criteria.all() if not criterion.essential]
    kinds = [("Essential", 1, essential), ("Desirable", len(essential) + 1, desirable)]
    return [kind for kind in kinds if kind[2]]
