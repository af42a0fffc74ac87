"""The timeline of a vacancy: its days, its proposal, its steps."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.documents.calendar_file import Calendar
from kls_portal.files import file_response
from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from kls_portal.http_methods import require_safe_or_post
from vacancies.checks.services import date_findings
from vacancies.drafting.views.sections import edit_section
from vacancies.planning.rules.lines import Line, lines
from vacancies.planning.rules.moving import Change, Move, step_aside
from vacancies.planning.rules.picture import NARROW, WIDE, picture
from vacancies.planning.rules.step import Planned
from vacancies.planning.rules.timeline import Spacing, clashes
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import (
    posted,
    vacancy_or_404,
    vacancy_to_change_or_404,
)
from vacancies.posts.saving import atomic_on_post
from vacancies.recruiting.exports.plan import timeline_document, vacancy_calendar
from vacancies.recruiting.forms.timeline import DatesForm, NeedsForm, StepForm, furthest
from vacancies.recruiting.models.plan import VacancyTimeline
from vacancies.recruiting.services.advert_plan import plan_of
from vacancies.recruiting.services.stages import stages_of
from vacancies.recruiting.services.timeline import (
    Dates,
    advertise_again,
    changed_at,
    dates_of,
    mark_done,
    mark_not_done,
    may_advertise_again,
    move_step,
    proposal_of,
    take_over,
)


def timeline_to_change_or_404(request: UserRequest, vacancy_id: int) -> Vacancy:
    """Return the vacancy with its dates, locked while something is saved. Raises Http404."""
    return vacancy_to_change_or_404(request, vacancy_id, Vacancy.objects.for_timeline())


def is_as_seen(request: UserRequest, dates: Dates) -> bool:
    """Whether the page was made from the dates that are stored; says so where it was not."""
    if request.POST.get("seen") == dates.digest:
        return True
    messages.error(request, CHANGED_MEANWHILE)
    return False


def said_of(first: str, changes: tuple[Change, ...]) -> str:
    """Return what the next page says: `first`, and how many dates changed."""
    number = len(changes)
    rest = (
        "Nothing else changed."
        if number == 1
        else f"{number} dates changed. They are listed below."
    )
    return f"{first} {rest}" if number else f"{first} No date changed."


@require_safe
def timeline_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show every step with its date, what moved last, and what to think about."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_timeline())
    dates = dates_of(vacancy)
    found = lines(dates.timeline, localdate(), Spacing(dates.worked))
    context = {
        "vacancy": vacancy,
        "dates": dates,
        "today": localdate(),
        "lines": found,
        "wide": picture(found, localdate(), WIDE),
        "narrow": picture(found, localdate(), NARROW),
        "proposal": proposal_of(dates),
        "clashes": clashes(dates.timeline),
        "findings": date_findings(vacancy),
        "days_off": [line for line in found if line.why_not and not line.row.step.column],
        "dated": any(line.row.day for line in found),
        "moved": _moved_last(dates),
        "may_advertise_again": may_advertise_again(dates.timeline),
    }
    return render(request, "vacancies/recruiting/timeline_detail.html", context)


@require_safe
def timeline_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return every date as a calendar file, or the table as a document."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_timeline().for_stages())
    dates = dates_of(vacancy)
    found = lines(dates.timeline, localdate(), Spacing(dates.worked))
    title, organisation = vacancy.title, vacancy.organisation.name
    return file_response(
        request,
        kind,
        "timeline",
        title,
        document=partial(
            timeline_document,
            found,
            title,
            organisation,
            dates.needed_by,
            localdate(),
            dates.probation,
        ),
        calendar=partial(_calendar, vacancy, found),
    )


def _calendar(vacancy: Vacancy, found: Sequence[Line]) -> Calendar:
    stamp = changed_at(vacancy)
    # Seconds count the changes of all that the dates come from, and never fall.
    sequence = max(int((stamp - vacancy.created).total_seconds()), 0)
    return vacancy_calendar(
        vacancy.title,
        f"timeline-{vacancy.key}",
        stamp,
        sequence,
        lines=found,
        tasks=[task for stage in stages_of(vacancy) for task in stage.tasks],
        advert=plan_of(vacancy),
    )


@require_safe_or_post
@atomic_on_post
def timeline_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """By when somebody is needed, and the notice period."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    dates = dates_of(vacancy)
    settings = dates.settings
    if request.method == "POST" and settings.pk is None:
        settings, _ = VacancyTimeline.objects.get_or_create(vacancy=vacancy)
    form = NeedsForm(posted(request), instance=settings, has_notice=dates.has_notice)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("vacancies:timeline_proposal", vacancy.pk)
    context = {"vacancy": vacancy, "form": form}
    return render(request, "vacancies/recruiting/timeline_edit.html", context)


@require_safe_or_post
@atomic_on_post
def timeline_proposal(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the dates worked backwards beside those of now, and take them over."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    dates = dates_of(vacancy)
    given = request.POST if request.method == "POST" else request.GET
    move_by_hand = given.get("by_hand") == "move"
    proposal = proposal_of(dates, move_by_hand=move_by_hand)
    can_take = proposal and not proposal.problems
    if request.method == "POST" and can_take and is_as_seen(request, dates):
        changes = take_over(vacancy=vacancy, move_by_hand=move_by_hand)
        messages.success(request, said_of("You took the proposal over.", changes))
        return redirect("vacancies:timeline_detail", vacancy.pk)
    context = {
        "vacancy": vacancy,
        "dates": dates,
        "today": localdate(),
        "proposal": proposal,
        "move_by_hand": move_by_hand,
    }
    return render(request, "vacancies/recruiting/timeline_proposal.html", context)


@require_safe_or_post
@atomic_on_post
def timeline_again(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Advertise once more, when nobody was appointed or somebody did not come."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    if request.method == "POST":
        advertise_again(vacancy=vacancy)
        messages.success(request, "The steps from the advert on are open again.")
        return redirect("vacancies:timeline_proposal", vacancy.pk)
    return render(request, "vacancies/recruiting/timeline_again.html", {"vacancy": vacancy})


def _moved_last(dates: Dates) -> list[Change]:
    """What the last move or proposal changed."""
    steps = {row.id: row.step for row in dates.timeline.rows}
    return [
        Change(steps[code], _day(before), _day(day))
        for code, before, day in dates.settings.last_moves
        if code in steps
    ]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


STEPS = {"day-earlier": -1, "day-later": 1, "week-earlier": -7, "week-later": 7}


@require_safe_or_post
@atomic_on_post
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
    return render(
        request, "vacancies/recruiting/timeline_step_edit.html", {**context, "previewed": previewed}
    )


@require_POST
@atomic_on_post
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
@atomic_on_post
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


@require_safe_or_post
@atomic_on_post
def dates_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """The key dates of the vacancy."""
    return edit_section(request, vacancy_id, DatesForm, "dates")
