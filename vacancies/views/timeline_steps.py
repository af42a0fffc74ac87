"""One step of a timeline: its date set, moved, and marked as done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.timeline import StepForm, furthest
from vacancies.services.timeline import Dates, dates_of
from vacancies.services.timeline_changes import mark_done, mark_not_done, move_step
from vacancies.timeline.moving import Move, step_aside
from vacancies.timeline.step import Planned
from vacancies.views.fetch import posted
from vacancies.views.saving import one_at_a_time
from vacancies.views.timeline_parts import is_as_seen, said_of, timeline_to_change_or_404

STEPS = {"day-earlier": -1, "day-later": 1, "week-earlier": -7, "week-later": 7}


@require_safe_or_post
@one_at_a_time
def timeline_step_edit(request: UserRequest, vacancy_id: int, code: str) -> HttpResponse:
    """Set the date of one step; see first what moves with it."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    dates = dates_of(vacancy)
    row = _row_or_404(dates, code)
    form = StepForm(
        posted(request),
        timeline=dates.timeline,
        row=row,
        worked=dates.worked,
        digest=dates.digest,
        today=localdate(),
    )
    previewed = request.method == "POST" and form.is_valid() and "preview" in request.POST
    if request.method == "POST" and form.is_valid() and not previewed:
        found = move_step(
            vacancy=vacancy,
            step_id=code,
            day=form.cleaned_data["day"],
            keep_by_hand=form.cleaned_data.get("keep_by_hand", False),
        )
        messages.success(request, said_of(f"You saved “{row.step.name}”.", found.changes))
        return redirect("vacancies:timeline_detail", vacancy.pk)
    context = {"vacancy": vacancy, "dates": dates, "row": row, "form": form}
    return render(request, "vacancies/timeline_step_edit.html", {**context, "previewed": previewed})


@require_POST
@one_at_a_time
def timeline_step_move(request: UserRequest, vacancy_id: int, code: str) -> HttpResponse:
    """Move a step by a day or a week, and what hangs on it with it."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    dates = dates_of(vacancy)
    row = _row_or_404(dates, code)
    days = STEPS.get(request.POST.get("by", ""), 0)
    if not row.day or row.done or not days:
        messages.error(request, f"“{row.step.name}” has no date to move, or is done.")
    elif is_as_seen(request, dates):
        day, today = step_aside(row.day, days, dates.worked), localdate()
        if day > max(furthest(row, today), row.day):
            messages.error(request, f"“{row.step.name}” cannot be further ahead than it is.")
        else:
            _say_move(request, row, move_step(vacancy=vacancy, step_id=code, day=day))
    return redirect("vacancies:timeline_detail", vacancy.pk)


@require_POST
@one_at_a_time
def timeline_step_tick(request: UserRequest, vacancy_id: int, code: str) -> HttpResponse:
    """Mark a step as done, or take the mark away."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    row = _row_or_404(dates_of(vacancy), code)
    address = reverse("vacancies:timeline_detail", args=[vacancy.pk])
    if request.POST.get("done") == "no":
        mark_not_done(vacancy=vacancy, step_id=code)
    elif found := mark_done(vacancy=vacancy, step_id=code):
        messages.error(request, " ".join(one.sentence for one in found))
        return redirect(address)
    return redirect(f"{address}#step-{row.id}")


def _row_or_404(dates: Dates, code: str) -> Planned:
    try:
        return dates.timeline.row(code)
    except KeyError:
        raise Http404 from None


def _say_move(request: UserRequest, row: Planned, found: Move) -> None:
    if found.problems:
        messages.error(request, " ".join(one.sentence for one in found.problems))
    else:
        messages.success(request, said_of(f"You moved “{row.step.name}”.", found.changes))
