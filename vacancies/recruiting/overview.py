"""The lines that recruiting adds to a vacancy's first page, and the vacancy's progress."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse

from kls_portal.accounts.models import User
from kls_portal.in_words import counted
from kls_portal.own_work import OwnDates
from kls_portal.public import kept_in_process
from vacancies.planning.rules import standing
from vacancies.planning.rules.step import Planned, steps
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.overview import Due, Entry, Line, Notice, Stage, Standing, link, state_of
from vacancies.posts.rules import ADVERTISE, APPOINT, CHOOSE, DESCRIBE
from vacancies.recruiting.models.advert import Outcome
from vacancies.recruiting.rules import selection_plan as gap
from vacancies.recruiting.rules.advert_plan import plan_points
from vacancies.recruiting.rules.outcome import TOTALS
from vacancies.recruiting.rules.packs import packs
from vacancies.recruiting.services.advert_plan import plan_of
from vacancies.recruiting.services.outcomes import current_outcome
from vacancies.recruiting.services.selection import gaps_of, selection_of
from vacancies.recruiting.services.tasks import VacancyTasks
from vacancies.recruiting.services.timeline import dates_of

FILLED = "vacancies/recruiting/partials/filled.html"
PROBATION = "organisation__induction_settings__"
# What moves the dates of a vacancy sets its `changed`, but for these.
MOVES = ("organisation__nation", f"{PROBATION}months", f"{PROBATION}notice_weeks")
_OF_CRITERIA = (gap.CRITERION, gap.METHOD, gap.LINKS, gap.NEW_QUESTION)


def needed(rows: VacancyQuery) -> VacancyQuery:
    """Return the vacancies with everything that the lines below need."""
    return rows.for_selection().for_plan()


def recruiting_lines(vacancy: Vacancy, today: date) -> Iterator[Line]:
    outcome = current_outcome(vacancy)
    if outcome.filled_on:
        yield Notice(FILLED, outcome)
    plan, title = plan_of(vacancy), "Advert plan: where to advertise, and when"
    points = len(plan_points(plan))
    yield _to_look_at(vacancy, ADVERTISE, "advert_plan_detail", title, plan.choices, points)
    yield link(vacancy, ADVERTISE, "nhs_jobs_pack", "NHS Jobs pack and ready texts")
    if vacancy.duties.all() and vacancy.criteria.all():
        yield link(vacancy, DESCRIBE, "proposal_edit", "What we propose for this draft")
    yield from _selection(vacancy)
    yield link(vacancy, CHOOSE, "letter_list", "Letters to candidates")
    yield _outcome(vacancy, outcome)


def _selection(vacancy: Vacancy) -> Iterator[Entry]:
    selection = selection_of(vacancy)
    gaps, begun, asked = (
        gaps_of(vacancy, selection),
        vacancy.criteria.all(),
        vacancy.questions.all(),
    )
    of_criteria = sum(one.remedy.page in _OF_CRITERIA for one in gaps)
    unready = sum(bool(pack.missing) for pack in packs(selection))
    words = f"{counted(unready, 'pack is', 'packs are')} not complete."
    for page, title, started, left, hint in (
        ("coverage_detail", "How each criterion is assessed", begun, of_criteria, ""),
        ("question_list", "Questions and tasks", asked, len(gaps) - of_criteria, ""),
        ("pack_list", "Selection packs", begun, unready, words),
    ):
        yield _to_look_at(vacancy, CHOOSE, page, title, started, left, hint)


def _to_look_at(
    vacancy: Vacancy, part: str, page: str, title: str, begun: object, left: int, hint: str = ""
) -> Entry:
    hint = hint or f"{counted(left, 'thing')} to look at."
    state = state_of(begun, begun and not left)
    return link(vacancy, part, page, title, state, hint if begun and left else "")


def _outcome(vacancy: Vacancy, row: Outcome) -> Entry:
    known = any(getattr(row, name) is not None for name in TOTALS)
    complete = row.filled_on is not None and row.applications is not None
    begun = known or row.filled_on is not None or bool(row.again)
    state = state_of(begun, complete)
    return link(vacancy, APPOINT, "outcome_detail", "Outcome: how it went", state)


def standing_of(vacancy: Vacancy, today: date) -> Standing:
    """Return the progress of a vacancy fetched with `for_plan()`."""
    tasks = VacancyTasks(vacancy)
    dates = tasks.dates
    timeline, counts = dates.filled, _counts(tasks, today)
    current, step = standing.current_stage(timeline), standing.next_step(timeline)
    address = reverse("vacancies:timeline_detail", args=[vacancy.pk])
    return Standing(
        stages=tuple(
            _stage(one, counts, one.slug == current, address)
            for one in standing.stage_dates(timeline)
        ),
        current=current,
        plan=address,
        next=_due(vacancy, step, today, dates.opened) if step else None,
        coming=tuple(
            _due(vacancy, row, today, dates.opened) for row in standing.coming(timeline, today)
        ),
        late=sum(counts.values(), standing.NONE).late if step else 0,
    )


def due_of(vacancy: Vacancy) -> date | None:
    """Return the day of the next step of a vacancy fetched with `for_dates()`."""
    step = standing.next_step(dates_of(vacancy).filled)
    return step.day if step else None


def own_dates(person: User) -> OwnDates | None:
    """Return the end dates of the stages of the person's most recently changed open vacancy."""
    open_ones = Vacancy.objects.visible_to(person).with_filled().filled(False)
    newest = open_ones.values_list("pk", "changed", *MOVES).first()
    if newest is None:
        return None
    dates: OwnDates | None = kept_in_process(f"own dates {newest}", lambda: _dates_of(newest[0]))
    return dates


def _dates_of(key: int) -> OwnDates | None:
    vacancy = Vacancy.objects.for_dates().get(pk=key)
    dated = standing.stage_dates(dates_of(vacancy).filled)
    days = {stage.slug: stage.day for stage in dated if stage.day and not stage.is_done}
    return OwnDates(vacancy.title, vacancy.get_absolute_url(), days) if days else None


def _due(vacancy: Vacancy, row: Planned, today: date, opened: date) -> Due:
    address = reverse("vacancies:timeline_step_edit", args=[vacancy.pk, row.id])
    is_late = standing.state_on(row.day, today, done=False, opened=opened) == standing.LATE
    return Due(row.id, row.step.name, address, row.day, is_late)


def _counts(tasks: VacancyTasks, today: date) -> Mapping[str, standing.Progress]:
    made_of = (tasks.said(), tasks.situation(), tasks.ticked(), tasks.facts, today)
    return kept_in_process(
        f"tasks {made_of}",
        lambda: {group.id: standing.progress(group.tasks, today) for group in tasks.dated()},
    )


def _stage(
    one: standing.StageDates,
    by_group: Mapping[str, standing.Progress],
    is_current: bool,
    plan: str,
) -> Stage:
    groups = (step.id for step in steps() if step.stage == one.slug)
    counts = sum((by_group[group] for group in groups if group in by_group), standing.NONE)
    to_do = counts.total - counts.done
    parts = ((one.left, "milestone"), (to_do, "task"))
    left = " and ".join(counted(number, what) for number, what in parts if number)
    late = f", {counts.late} late" if counts.late else ""
    return Stage(
        slug=one.slug,
        name=one.name,
        state=state_of(is_current or counts.done, one.is_done),
        address=f"{plan}?open={one.slug}#part-{one.slug}",
        day=one.day,
        left=f"{left} {'not ticked' if one.is_done else 'left'}{late}" if left else "",
    )
