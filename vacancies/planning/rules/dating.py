"""Selection and dating of the tasks of a plan, shared by all kinds of plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kls_portal.calendar.working_days import WorkingDays, months_after
from kls_portal.plain_values import from_row
from vacancies.planning.rules.checklist import (
    Anchor,
    Group,
    Situation,
    Task,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.probation import FINAL, Clock, clock
from vacancies.posts.rules import MANAGES, NEW_MANAGER, suits


def tailored(groups: Iterable[TemplateGroup], situation: Situation) -> tuple[TemplateGroup, ...]:
    """Return the groups with the tasks that suit the situation, worded for it.

    Groups without tasks are kept.
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


def applies(task: TemplateTask, situation: Situation) -> bool:
    """Whether a template task is for this band, role and route, and for these traits.

    While the band or route is not decided, tasks for particular ones do not apply.
    """
    return (
        not task.orphan_reason
        and (not task.bands or situation.band in task.bands)
        and (not task.roles or situation.role_slug in task.roles)
        and (not task.routes or situation.route in task.routes)
        and situation.route not in task.not_routes
        and (not situation.new_manager_only or not {MANAGES, NEW_MANAGER}.isdisjoint(task.only_for))
        and suits(situation.all_traits, task.only_for, task.not_for)
    )


def dated(groups: Sequence[TemplateGroup], situation: Situation) -> tuple[Group, ...]:
    """Return the groups that have tasks, with the tasks dated and sorted by date.

    Tasks due on the same day keep the template's order; those without a date come last.
    """
    days = WorkingDays(situation.nation)
    with_dates = (_dated(group, situation, days) for group in groups)
    return tuple(group for group in with_dates if group.tasks)


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return tasks sorted by due date, those without one last."""
    return tuple(sorted(tasks, key=lambda task: task.due or date.max))


def counted(number: int, anchor: Anchor, weekdays: frozenset[int], days: WorkingDays) -> date:
    """Return the day `number` working days after an anchor, or before it if negative.

    0 is the day itself; one working day after a day off is the next working day. From the anchor
    on, a day that is not one of `weekdays` is moved to the next one that is.
    """
    if number < 0:
        return days.add(anchor.back, number)
    if number == 0:
        return anchor.day
    is_off = not days.is_working_day(anchor.day) and anchor.day.weekday() not in weekdays
    return days.next_working_day(days.add(anchor.day, number - is_off), weekdays)


def _worded(task: TemplateTask, situation: Situation) -> TemplateTask:
    if "works-alone" not in situation.all_traits:
        return task
    return replace(task, text=task.solo_text or task.text, owner=task.solo_owner or task.owner)


def _dated(group: TemplateGroup, situation: Situation, days: WorkingDays) -> Group:
    anchor = situation.anchor(group.id, days)
    tasks = [
        from_row(
            Task,
            task,
            due=_due(task, anchor, situation, days),
            offset=None if task.due_on else task.due,
            opened=situation.opened,
        )
        for task in sorted(group.tasks, key=lambda task: task.due)
    ]
    return Group(group.id, group.name, in_order(tasks))


def _due(
    task: TemplateTask, anchor: Anchor | None, situation: Situation, days: WorkingDays
) -> date | None:
    """Return the due date of a task, within the limits of its anchor and the clock of probation.

    In a plan with milestones, nothing is due before the plan was opened.
    """
    own_day = task.due_on or situation.days.get(task.id)
    if own_day or anchor is None:
        return own_day
    if task.months:
        return days.next_working_day(months_after(anchor.back, task.months), situation.weekdays)
    day = counted(task.due, anchor, situation.weekdays, days)
    if task.due < 0:
        day = min(days.next_working_day(max(day, anchor.earliest or day)), anchor.day)
        return _once_open(day, situation, days)
    if task.probation and (clock := probation_clock(situation)):
        day = clock.final_review if task.probation == FINAL else min(day, clock.final_review)
    return _once_open(min(day, anchor.latest or day), situation, days)


def _once_open(day: date, situation: Situation, days: WorkingDays) -> date:
    if situation.opened is None or situation.anchors is None or day >= situation.opened:
        return day
    return days.next_working_day(situation.opened, situation.weekdays)


def probation_clock(situation: Situation) -> Clock | None:
    """Return the clock of probation for a starter, None without a start date."""
    start = situation.start
    return clock(start, situation.nation, situation.weekdays, situation.terms) if start else None
