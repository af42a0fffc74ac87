"""The duties of a post: add, change, move, remove."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from vacancies.drafting.extensions import extensions
from vacancies.drafting.fields import Draft
from vacancies.drafting.forms.rows import DutyForm, NewDutyForm
from vacancies.drafting.services.drafting import sections_of
from vacancies.drafting.services.ordered import (
    add_duty,
    find_duplicate_duty,
    move,
    move_group,
    moved_words,
    remove,
    reorder_duties,
)
from vacancies.drafting.services.reviews import said_of
from vacancies.drafting.views.typed import asked_to_check, findings_panel, typed_draft
from vacancies.posts.forms.fields import OrderForm
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, typed_in, vacancy_or_404, vacancy_to_change_or_404
from vacancies.posts.rules import by_group
from vacancies.posts.saving import (
    added_as_typed,
    atomic_on_post,
    is_autosave,
    not_added_as_typed,
    save_posted,
    saves,
)
from vacancies.profiles.services import beside


@require_safe_or_post
def duty_list(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the duties in order, and add one at the end."""
    vacancy = vacancy_or_404(request, vacancy_id)
    form = NewDutyForm(posted(request))
    if request.method == "POST" and form.is_valid() and not asked_to_check(request):
        return _add(request, vacancy, form)
    if is_autosave(request):
        return not_added_as_typed(form)
    context = {
        "vacancy": vacancy,
        "section": next(s for s in sections_of(vacancy) if s.slug == "duties"),
        "echoes": extensions.copied_wording(vacancy, "duties"),
        "groups": by_group(vacancy.duties.all()),
        "form": form,
        "beside": beside(vacancy.profile),
        "panel": findings_panel(vacancy, "duties", form, draft=_typed(request, vacancy, None)),
    }
    return render(request, "vacancies/drafting/duty_list.html", context)


@require_safe_or_post
@atomic_on_post
def duty_edit(request: UserRequest, vacancy_id: int, duty_id: int) -> HttpResponse:
    """Change a duty."""
    vacancy = vacancy_to_change_or_404(request, vacancy_id)
    duty = vacancy.duties.filter(pk=duty_id).first()
    if duty is None:
        return _gone(request, vacancy)
    form = DutyForm(posted(request), instance=duty)

    address = reverse("vacancies:duty_list", args=[vacancy.pk])
    if asked_to_check(request):
        form.is_valid()
    elif answer := save_posted(
        request, form, saves(form, vacancy), "You changed the duty.", address
    ):
        return answer
    context = {
        "vacancy": vacancy,
        "duty": duty,
        "form": form,
        "groups": by_group(vacancy.duties.all()),
        "beside": beside(vacancy.profile),
        "panel": findings_panel(
            vacancy, "duties", form, duty.pk, _typed(request, vacancy, duty.pk)
        ),
        "said": said_of(vacancy).get(f"duty-{duty.pk}"),
    }
    return render(request, "vacancies/drafting/duty_edit.html", context)


@require_POST
def duty_order(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Put the duties in the order that somebody dragged them into; answers JSON.

    {"order": ids, "saved": whether it was done}; {"error": sentence} with status 400 for what is
    no order.
    """
    vacancy = vacancy_or_404(request, vacancy_id)
    form = OrderForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"error": "Send the order as numbers of duties."}, status=400)
    saved, order = reorder_duties(vacancy=vacancy, **form.cleaned_data)
    return JsonResponse({"saved": saved, "order": order})


@require_POST
def duty_group_move(
    request: UserRequest, vacancy_id: int, duty_id: int, direction: str
) -> HttpResponse:
    """Move the group of a duty one place up or down."""
    vacancy = vacancy_or_404(request, vacancy_id)
    duty = get_object_or_404(vacancy.duties, pk=duty_id)
    move_group(duty=duty, direction=direction)
    page = reverse("vacancies:duty_list", args=[vacancy.pk])
    return answered(request, f"You moved “{duty.group}”.", page, row=f"duty-{duty.pk}")


@require_POST
def duty_move(request: UserRequest, vacancy_id: int, duty_id: int, direction: str) -> HttpResponse:
    """Move a duty one place up or down."""
    vacancy = vacancy_or_404(request, vacancy_id)
    row = get_object_or_404(vacancy.duties, pk=duty_id)
    words = moved_words(row, move(row=row, direction=direction))
    page = reverse("vacancies:duty_list", args=[vacancy.pk])
    return answered(request, words, page, row=f"duty-{row.pk}")


def _add(request: UserRequest, vacancy: Vacancy, form: NewDutyForm) -> HttpResponse:
    given = form.cleaned_data
    if is_autosave(request):
        duty = add_duty(vacancy=vacancy, **given)
        address = reverse("vacancies:duty_edit", args=[vacancy.pk, duty.pk])
        return added_as_typed(DutyForm(instance=duty), address)
    if find_duplicate_duty(vacancy=vacancy, **given):
        messages.info(request, "This duty is in the list already. It was not added again.")
    else:
        add_duty(vacancy=vacancy, **given)
        messages.success(request, "You added a duty.")
    return redirect("vacancies:duty_list", vacancy.pk)


def _gone(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    """Give what was typed back where the duty was removed meanwhile, to add it anew."""
    form = NewDutyForm(initial=typed_in(request, NewDutyForm.base_fields))
    if not form.initial.get("text"):
        raise Http404
    context = {"vacancy": vacancy, "form": form, "one": "duty", "page": "vacancies:duty_list"}
    return render(request, "vacancies/drafting/row_gone.html", context, status=404)


@require_safe_or_post
def duty_remove(request: UserRequest, vacancy_id: int, duty_id: int) -> HttpResponse:
    """Remove a duty, once the person has confirmed. Criteria linked to it stay."""
    vacancy = vacancy_or_404(request, vacancy_id)
    duty = get_object_or_404(vacancy.duties.prefetch_related("criteria"), pk=duty_id)
    if request.method == "POST":
        remove(row=duty)
        messages.success(request, "You removed the duty.")
        return redirect("vacancies:duty_list", vacancy.pk)
    return render(
        request, "vacancies/drafting/duty_remove.html", {"vacancy": vacancy, "duty": duty}
    )


def _typed(request: UserRequest, vacancy: Vacancy, row: int | None) -> Draft | None:
    """Return the draft with the duty as it was sent, or None where nothing was."""
    if request.method != "POST":
        return None
    return typed_draft(vacancy, "duties", row, request.POST)[0]
