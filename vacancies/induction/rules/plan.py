"""A plan made for a starter: whom a task is for, how long a plan is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kls_portal.calendar.start_date import note_on_start
from kls_portal.calendar.working_days import WorkingDays, days_from
from vacancies.induction.rules.loading import on_the_clock, role_title
from vacancies.planning.rules.checklist import (
    Checklist,
    Group,
    Situation,
    Task,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.probation import FINAL, Clock, clock
from vacancies.planning.rules.probation_words import Probation
from vacancies.posts.rules import BY_SLUG, NEW_MANAGER, TRAITS, suits


def for_whom(task: TemplateTask) -> str:
    """Return whom the task is for, "" where it is for everybody."""
    return ". ".join(_conditions(task))


def when_due(due: int) -> str:
    """Return when a task is due that counts `due` working days from day one."""
    if due == 0:
        return "Day one"
    days = f"{abs(due)} working day{'' if abs(due) == 1 else 's'}"
    return f"{days} {'after' if due > 0 else 'before'} day one"


def _conditions(task: TemplateTask) -> Iterator[str]:
    if task.roles:
        yield f"Roles: {', '.join(role_title(slug) or slug for slug in task.roles)}"
    if task.bands:
        yield f"Bands: {', '.join(task.bands)}"
    if task.only_managers:
        yield "Only where the post manages people"
    if task.only_teams:
        yield "Only where the starter joins a team"
    if task.only_for:
        yield f"Only for: {_traits(task.only_for)}"
    if task.not_for:
        yield f"Not for: {_traits(task.not_for)}"


def _traits(slugs: tuple[str, ...]) -> str:
    return "; ".join(BY_SLUG[slug].name if slug in BY_SLUG else slug for slug in slugs)


SHORTEST_DAYS = 30
"""A plan made late is kept at least this long from the day it is made. House default."""


def purge_day(start: date, keep_days: int, today: date) -> date:
    """The day a plan is deleted: `keep_days` after the start, never sooner than a month away."""
    return max(days_from(start, keep_days), days_from(today, SHORTEST_DAYS))


def plan(
    groups: Sequence[TemplateGroup],
    situation: Situation,
    calendar: WorkingDays | None = None,
) -> Checklist:
    """Choose the tasks that suit the situation and date them.

    Tasks stand in order of date within their group, those of one day in the template's order.
    Groups keep their order; one without tasks is left out. `calendar` is that of the situation's
    nation if not given. A start that is no day they work counts from the next one; `start` of the
    result stays the day agreed, and `note_on_start` says so. From day one on, a task that would
    fall on a day the starter does not work falls on the next one they do.
    """
    return dated(tailored(groups, situation), situation, calendar)


def tailored(groups: Sequence[TemplateGroup], situation: Situation) -> tuple[TemplateGroup, ...]:
    """Return the groups with the tasks that suit the situation, worded for it.

    Every group stays, also one without tasks.
    """
    return tuple(
        replace(
            group,
            tasks=tuple(
                _worded(task, situation) for task in group.tasks if applies(task, situation)
            ),
        )
        for group in groups
    )


def dated(
    groups: Sequence[TemplateGroup],
    situation: Situation,
    calendar: WorkingDays | None = None,
) -> Checklist:
    """Date tasks that are chosen already; see `plan`."""
    days = calendar or WorkingDays(situation.nation)
    found = (_dated(group, situation, days) for group in groups)
    return Checklist(
        role=situation.role,
        band=situation.band,
        start=situation.start,
        organisation=situation.organisation,
        manages_people=situation.manages_people,
        works_alone=situation.works_alone,
        groups=tuple(group for group in found if group.tasks),
        note_on_start=note_on_start(situation.start, days, situation.weekdays) or "",
        nation=days.nation,
        traits=tuple(trait.name for trait in TRAITS if trait.slug in situation.traits),
        role_name=_role_name(situation),
    )


def applies(task: TemplateTask, situation: Situation) -> bool:
    """Whether the task is for this band and role, and for somebody with these traits."""
    if task.bands and situation.band not in task.bands:
        return False
    if task.roles and situation.role_slug not in task.roles:
        return False
    if task.only_managers and not situation.manages_people:
        return False
    if task.only_teams and situation.works_alone:
        return False
    if situation.new_manager_only and not is_for_new_managers(task):
        return False
    return suits(situation.all_traits, task.only_for, task.not_for)


def is_for_new_managers(task: TemplateTask) -> bool:
    """Whether the task belongs to the checklist for new managers."""
    return task.only_managers or NEW_MANAGER in task.only_for


def due_day(number: int, situation: Situation, days: WorkingDays) -> date:
    """The day `number` working days after day one, from day one on a day the starter works."""
    first = days.next_day_worked(situation.start, situation.weekdays)
    if number < 0:
        return days.add(situation.start, number)
    if number == 0:
        return first
    return days.next_day_worked(days.add(first, number), situation.weekdays)


def probation_clock(situation: Situation) -> Clock:
    """Return the clock of probation for a starter."""
    return clock(situation.start, situation.nation, situation.weekdays, situation.terms)


def probation_in(checklist: Checklist, situation: Situation) -> Probation | None:
    """Return the clock with the day of the final review; None for a checklist that has none."""
    finals = {task_id for task_id, how in on_the_clock().items() if how == FINAL}
    review = next((task for task in checklist.tasks if task.id in finals), None)
    return Probation(probation_clock(situation), review.due) if review else None


def _on_clock(day: date, task: TemplateTask, situation: Situation) -> date:
    """`day`, or the one that the clock of probation sets for the task."""
    if not task.probation:
        return day
    review = probation_clock(situation).final_review
    return review if task.probation == FINAL else min(day, review)


def _role_name(situation: Situation) -> str:
    """The title of the role, where it says more than the title of the post."""
    role = role_title(situation.role_slug)
    return "" if role == situation.role else role


def _worded(task: TemplateTask, situation: Situation) -> TemplateTask:
    if not situation.works_alone:
        return task
    return replace(task, text=task.solo_text or task.text, owner=task.solo_owner or task.owner)


def _dated(group: TemplateGroup, situation: Situation, days: WorkingDays) -> Group:
    in_order = sorted(group.tasks, key=lambda task: task.due)
    return Group(group.id, group.name, tuple(_task(task, situation, days) for task in in_order))


def _task(task: TemplateTask, situation: Situation, days: WorkingDays) -> Task:
    return Task(
        id=task.id,
        text=task.text,
        owner=task.owner,
        due=_on_clock(due_day(task.due, situation, days), task, situation),
        source=task.source,
        confirmed=task.confirmed,
        minutes=task.minutes,
        at=task.at,
        withdrawn=task.withdrawn,
    )
