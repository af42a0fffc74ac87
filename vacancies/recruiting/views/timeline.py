"""The plan of a vacancy: its milestones and tasks, its proposed dates, its files."""

from collections.abc import Collection, Sequence
from functools import partial

from django.http import HttpResponse
from django.utils.timezone import localdate

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from kls_portal.calendar.working_days import HOLIDAYS_OF
from kls_portal.documents.calendar_file import Calendar
from kls_portal.files import file_response
from vacancies.checks.services import date_findings
from vacancies.drafting.views.typed import unnumbered
from vacancies.planning.rules.checklist import OF_VACANCIES, TaskList
from vacancies.planning.rules.lines import NARROW, WIDE, Line, Part, parts, picture
from vacancies.planning.rules.standing import current_stage, progress, tasks_of
from vacancies.planning.rules.timeline import clashes
from vacancies.planning.views import MOST_UNFOLDED, owners_in
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, vacancy_page
from vacancies.recruiting.exports.plan import plan_document, vacancy_calendar
from vacancies.recruiting.forms.timeline import NeedsForm
from vacancies.recruiting.services import timeline
from vacancies.recruiting.services.advert_plan import plan_of
from vacancies.recruiting.services.tasks import VacancyTasks
from vacancies.recruiting.views.milestones import is_as_seen, said_of, timeline_change


@vacancy_page(Vacancy.objects.for_plan)
def timeline_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    """Show the plan: milestones with their tasks, the last move, and points to consider.

    `owner` in the address shows only that owner's tasks; `open` unfolds the parts it names.
    """
    tasks, today = VacancyTasks(vacancy), localdate()
    dates, whole = tasks.dates, tasks.task_list()
    owners, owner = owners_in(whole, request.GET.get("owner", ""), OF_VACANCIES)
    lines = dates.lines(today)
    drawn = [line for line in lines if not line.row.assumed]
    plan_parts = parts(lines, tasks_of(whole, owner).groups if owner else whole.groups, today)
    plans = vacancy.induction_plans.visible_to(request.user)
    opened = {current_stage(dates.filled), *request.GET.getlist("open")}
    of_owner = sum(task.owner == owner for task in whole.tasks)
    is_short = owner is not None and of_owner <= MOST_UNFOLDED
    return {
        "dates": dates,
        "today": today,
        "lines": lines,
        "wide": picture(drawn, today, WIDE),
        "narrow": picture(drawn, today, NARROW),
        "holidays_of": HOLIDAYS_OF[dates.nation],
        "proposal": timeline.proposal_of(dates),
        "clashes": clashes(dates.timeline),
        "entries": unnumbered(date_findings(vacancy)),
        "days_off": [line for line in lines if line.why_not and not line.row.step.column],
        "dated": any(line.row.day for line in lines),
        "moved": dates.moved_last,
        "may_advertise_again": timeline.may_advertise_again(dates.timeline),
        "parts": plan_parts,
        "unfolded": _unfolded(plan_parts, opened, is_short=is_short),
        "whole": progress(whole.tasks, today),
        "left_out": whole.left_out,
        "other_starts": [plan for plan in plans if plan.start_differs],
        "owners": owners,
        "owner": owner,
    }


def _unfolded(
    plan_parts: Sequence[Part], opened: Collection[str], *, is_short: bool
) -> dict[str, bool]:
    """Return whether each part, by slug, and each milestone, by id, is open at first.

    Everything is if `is_short`; else what `opened` names, and the part of a milestone it names.
    """
    milestones = [one.id for part in plan_parts for one in part.milestones]
    return {one: is_short or one in opened for one in milestones} | {
        part.slug: is_short or any(map(part.holds, opened)) for part in plan_parts
    }


@vacancy_page(Vacancy.objects.for_plan)
def timeline_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    tasks, today = VacancyTasks(vacancy), localdate()
    whole, lines = tasks.task_list(), tasks.dates.lines(today)
    _, owner = owners_in(whole, request.GET.get("owner", ""), OF_VACANCIES)
    asked = tasks_of(whole, owner) if owner else whole
    document = partial(
        plan_document,
        parts(lines, asked.groups, today),
        asked,
        today,
        title=vacancy.title,
        organisation=vacancy.organisation.name,
        band=vacancy.offered_band,
        contract=vacancy.get_contract_display(),
        needed_by=tasks.dates.needed_by,
        holidays_of=HOLIDAYS_OF[tasks.dates.nation],
        probation=tasks.dates.probation,
    )
    return file_response(
        request,
        kind,
        f"timeline-{owner.slug}" if owner else "timeline",
        vacancy.title,
        document=document,
        calendar=partial(_calendar, vacancy, lines, asked),
    )


def _calendar(vacancy: Vacancy, lines: Sequence[Line], tasks: TaskList) -> Calendar:
    since = timeline.changed_at(vacancy) - vacancy.created
    # Counted in seconds, so that it covers every change to the dates and never falls.
    sequence = max(int(since.total_seconds()), 0)
    return vacancy_calendar(
        vacancy.title,
        f"timeline-{vacancy.key}",
        sequence,
        lines=lines,
        tasks=tasks,
        advert=plan_of(vacancy),
    )


@timeline_change
def timeline_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    dates = timeline.dates_of(vacancy)
    settings = dates.settings
    if request.method == "POST" and settings.pk is None:
        settings = timeline.kept_plan(vacancy)
    goal = next(step for step in timeline.timeline_steps() if step.goal)
    form = NeedsForm(posted(request), instance=settings, goal=goal, has_notice=dates.has_notice)
    if request.method == "POST" and form.is_valid():
        form.save()
        said = "You saved the day you need someone by. See the dates that follow from it."
        return answered(request, said, "vacancies:timeline_proposal", vacancy.pk)
    return {"form": form}


@timeline_change
def timeline_proposal(request: UserRequest, vacancy: Vacancy) -> Answer:
    dates = timeline.dates_of(vacancy)
    given = request.POST if request.method == "POST" else request.GET
    move_by_hand = given.get("by_hand") == "move"
    proposal = timeline.proposal_of(dates, move_by_hand=move_by_hand)
    can_take = proposal and not proposal.problems
    if request.method == "POST" and can_take and is_as_seen(request, dates):
        changes = timeline.accept_proposal(vacancy=vacancy, move_by_hand=move_by_hand)
        said = said_of("You accepted the proposed dates.", changes)
        return answered(request, said, "vacancies:timeline_detail", vacancy.pk)
    return {
        "dates": dates,
        "today": localdate(),
        "proposal": proposal,
        "move_by_hand": move_by_hand,
    }


@timeline_change
def timeline_again(request: UserRequest, vacancy: Vacancy) -> Answer:
    if request.method == "POST":
        timeline.advertise_again(vacancy=vacancy)
        said = "The milestones from the advert onwards are open again."
        return answered(request, said, "vacancies:timeline_proposal", vacancy.pk)
    return {}
