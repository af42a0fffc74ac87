"""The timeline of a vacancy: its dates drawn and in a table, moved, worked backwards, and done."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.documents.file_names import file_name
from kls_portal.http_methods import require_safe_or_post
from vacancies.exports.timeline_file import timeline_paper
from vacancies.exports.vacancy_ics import vacancy_ics
from vacancies.forms.timeline import NeedsForm
from vacancies.models import Vacancy, VacancyTimeline
from vacancies.services.advert_plan import plan_of
from vacancies.services.draft_checks import date_findings
from vacancies.services.stages import stages_of
from vacancies.services.timeline import (
    Dates,
    changed_at,
    dates_of,
    proposal_of,
)
from vacancies.services.timeline_changes import (
    advertise_again,
    may_advertise_again,
    take_over,
)
from vacancies.timeline.lines import Line, lines
from vacancies.timeline.moving import Change
from vacancies.timeline.order import clashes
from vacancies.timeline.picture import NARROW, WIDE, picture
from vacancies.timeline.spacing import Spacing
from vacancies.views.download import download, paper_download
from vacancies.views.fetch import posted, vacancy_or_404
from vacancies.views.saving import one_at_a_time
from vacancies.views.timeline_parts import is_as_seen, said_of, timeline_to_change_or_404


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
    return render(request, "vacancies/timeline_detail.html", context)


@require_safe
def timeline_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return every date as a calendar file, or the table as a document."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_timeline().for_stages())
    dates = dates_of(vacancy)
    found = lines(dates.timeline, localdate(), Spacing(dates.worked))
    if kind == "ics":
        name = file_name("timeline", vacancy.title, localdate(), kind)
        return download(_calendar(vacancy, found), kind, name)
    organisation = vacancy.organisation.name
    paper = timeline_paper(found, vacancy.title, organisation, dates.needed_by, localdate())
    back = reverse("vacancies:timeline_detail", args=[vacancy.pk])
    return paper_download(request, paper, kind, "timeline", vacancy.title, back)


def _calendar(vacancy: Vacancy, found: Sequence[Line]) -> bytes:
    stamp = changed_at(vacancy)
    # Seconds count the changes of all that the dates come from, and never fall.
    sequence = max(int((stamp - vacancy.created).total_seconds()), 0)
    return vacancy_ics(
        vacancy.title,
        f"timeline-{vacancy.key}",
        stamp,
        sequence,
        lines=found,
        tasks=[task for stage in stages_of(vacancy) for task in stage.tasks],
        advert=plan_of(vacancy),
    )


@require_safe_or_post
@one_at_a_time
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
    return render(request, "vacancies/timeline_edit.html", context)


@require_safe_or_post
@one_at_a_time
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
    return render(request, "vacancies/timeline_proposal.html", context)


@require_safe_or_post
@one_at_a_time
def timeline_again(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Advertise once more, when nobody was appointed or somebody did not come."""
    vacancy = timeline_to_change_or_404(request, vacancy_id)
    if request.method == "POST":
        advertise_again(vacancy=vacancy)
        messages.success(request, "The steps from the advert on are open again.")
        return redirect("vacancies:timeline_proposal", vacancy.pk)
    return render(request, "vacancies/timeline_again.html", {"vacancy": vacancy})


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
