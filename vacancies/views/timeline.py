"""The timeline of a vacancy: its dates drawn and in a table, moved, worked backwards, and done."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kls_portal.forms.seen import CHANGED_MEANWHILE
from vacancies.forms.timeline import NeedsForm, StepForm, furthest
from vacancies.models import Vacancy, VacancyTimeline
from vacancies.services.draft_checks import date_findings
from vacancies.services.timeline import Dates, dates_of, proposal_of, timeline_settings
from vacancies.services.timeline_changes import (
    advertise_again,
    mark_done,
    mark_not_done,
    move_step,
    take_over,
)
from vacancies.timeline.lines import lines
from vacancies.timeline.moving import Change, step_aside
from vacancies.timeline.order import clashes
from vacancies.timeline.spacing import Spacing
from vacancies.timeline.step import Planned
from vacancies.views.fetch import posted, vacancy_or_404, vacancy_to_change_or_404
from vacancies.views.saving import one_at_a_time

GET_AND_POST = ["GET", "HEAD", "POST"]
STEPS = {"day-earlier": -1, "day-later": 1, "week-earlier": -7, "week-later": 7}


@require_safe
def timeline_detail(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Show every step with its date, what moved last, and what to think about."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_timeline())
    dates = dates_of(vacancy)
    found = lines(dates.timeline, localdate(), Spacing(dates.worked))
    context = {
        "vacancy": vacancy,
        "dates": dates,
        "today": localdate(),
        "lines": found,
        "proposal": proposal_of(dates),
        "clashes": clashes(dates.timeline),
        "findings": date_findings(vacancy),
        "days_off": [line for line in found if line.why_not and not line.row.step.column],
        "moved": _moved_last(dates),
        "may_advertise_again": dates.timeline.row("offer").done,
    }
    return render(request, "vacancies/timeline_detail.html", context)


@require_http_methods(GET_AND_POST)
@one_at_a_time
def timeline_edit(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """By when somebody is needed, and the notice period."""
    vacancy = _to_change(request, vacancy_id)
    settings = timeline_settings(vacancy)
    if request.method == "POST" and settings.pk is None:
        settings, _ = VacancyTimeline.objects.get_or_create(vacancy=vacancy)
    form = NeedsForm(posted(request), instance=settings, today=localdate())
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("vacancies:timeline_proposal", vacancy.pk)
    context = {"vacancy": vacancy, "form": form}
    return render(request, "vacancies/timeline_edit.html", context)


@require_http_methods(GET_AND_POST)
@one_at_a_time
def timeline_proposal(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Show the dates worked backwards beside those of now, and take them over."""
    vacancy = _to_change(request, vacancy_id)
    dates = dates_of(vacancy)
    given = request.POST if request.method == "POST" else request.GET
    move_by_hand = given.get("by_hand") == "move"
    proposal = proposal_of(dates, move_by_hand=move_by_hand)
    can_take = proposal and not proposal.problems
    if request.method == "POST" and can_take and _is_as_seen(request, dates):
        changes = take_over(vacancy=vacancy, move_by_hand=move_by_hand)
        messages.success(request, _said("You took the proposal over.", changes))
        return redirect("vacancies:timeline_detail", vacancy.pk)
    context = {
        "vacancy": vacancy,
        "dates": dates,
        "today": localdate(),
        "proposal": proposal,
        "move_by_hand": move_by_hand,
    }
    return render(request, "vacancies/timeline_proposal.html", context)


@require_http_methods(GET_AND_POST)
@one_at_a_time
def timeline_step_edit(request: HttpRequest, vacancy_id: int, code: str) -> HttpResponse:
    """Set the date of one step; see first what moves with it."""
    vacancy = _to_change(request, vacancy_id)
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
        messages.success(request, _said(f"You saved “{row.step.name}”.", found.changes))
        return redirect("vacancies:timeline_detail", vacancy.pk)
    context = {"vacancy": vacancy, "dates": dates, "row": row, "form": form}
    return render(request, "vacancies/timeline_step_edit.html", {**context, "previewed": previewed})


@require_POST
@one_at_a_time
def timeline_step_move(request: HttpRequest, vacancy_id: int, code: str) -> HttpResponse:
    """Move a step by a day or a week, and what hangs on it with it."""
    vacancy = _to_change(request, vacancy_id)
    dates = dates_of(vacancy)
    row = _row_or_404(dates, code)
    days = STEPS.get(request.POST.get("by", ""), 0)
    if not row.day or row.done or not days:
        messages.error(request, f"“{row.step.name}” has no date to move, or is done.")
    elif _is_as_seen(request, dates):
        day, today = step_aside(row.day, days, dates.worked), localdate()
        if day > max(furthest(row, today), row.day):
            messages.error(request, f"“{row.step.name}” cannot be further ahead than it is.")
        else:
            _say_move(request, row, move_step(vacancy=vacancy, step_id=code, day=day))
    return redirect("vacancies:timeline_detail", vacancy.pk)


@require_POST
@one_at_a_time
def timeline_step_tick(request: HttpRequest, vacancy_id: int, code: str) -> HttpResponse:
    """Mark a step as done, or take the mark away."""
    vacancy = _to_change(request, vacancy_id)
    row = _row_or_404(dates_of(vacancy), code)
    address = reverse("vacancies:timeline_detail", args=[vacancy.pk])
    if request.POST.get("done") == "no":
        mark_not_done(vacancy=vacancy, step_id=code)
    elif found := mark_done(vacancy=vacancy, step_id=code):
        messages.error(request, " ".join(one.sentence for one in found))
        return redirect(address)
    return redirect(f"{address}#step-{row.id}")


@require_http_methods(GET_AND_POST)
@one_at_a_time
def timeline_again(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Advertise once more, when nobody was appointed or somebody did not come."""
    vacancy = _to_change(request, vacancy_id)
    if request.method == "POST":
        advertise_again(vacancy=vacancy)
        messages.success(request, "The steps from the advert on are open again.")
        return redirect("vacancies:timeline_proposal", vacancy.pk)
    return render(request, "vacancies/timeline_again.html", {"vacancy": vacancy})


def _to_change(request: HttpRequest, vacancy_id: int) -> Vacancy:
    return vacancy_to_change_or_404(request, vacancy_id, Vacancy.objects.for_timeline())


def _row_or_404(dates: Dates, code: str) -> Planned:
    try:
        return dates.timeline.row(code)
    except KeyError:
        raise Http404 from None


def _is_as_seen(request: HttpRequest, dates: Dates) -> bool:
    """Whether the page was made from the dates that are stored; says so where it was not."""
    if request.POST.get("seen") == dates.digest:
        return True
    messages.error(request, CHANGED_MEANWHILE)
    return False


def _say_move(request: HttpRequest, row: Planned, found: Any) -> None:
    if found.problems:
        messages.error(request, " ".join(one.sentence for one in found.problems))
    else:
        messages.success(request, _said(f"You moved “{row.step.name}”.", found.changes))


def _said(first: str, changes: tuple[Change, ...]) -> str:
    number = len(changes)
    rest = (
        "Nothing else changed."
        if number == 1
        else f"{number} dates changed. They are listed below."
    )
    return f"{first} {rest}" if number else f"{first} No date changed."


def _moved_last(dates: Dates) -> list[Change]:
    """What the last move changed, as long as each step is still where it brought it."""
    found = []
    for code, before, day in dates.settings.last_moves:
        row = dates.timeline.row(code)
        found.append(Change(row.step, _day(before), _day(day)))
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
