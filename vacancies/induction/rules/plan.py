"""Induction plans: their roles, the conditions of their tasks, and how long they are kept."""

from collections.abc import Iterator, Sequence
from datetime import date

from kls_portal.calendar.working_days import WorkingDays, days_from, note_on_start
from kls_portal.in_words import counted
from kls_portal.plain_values import from_row
from vacancies.planning.rules.checklist import (
    Checklist,
    Group,
    Role,
    Situation,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.dating import dated, probation_clock, tailored
from vacancies.planning.rules.probation import FINAL
from vacancies.planning.rules.probation_words import Probation
from vacancies.planning.rules.shipped_tasks import induction_tasks
from vacancies.posts.rules import BY_SLUG, TRAITS


def roles() -> tuple[Role, ...]:
    """Return the roles for which checklists and plans are made, lowest band first."""
    return induction_tasks().roles


def role_title(slug: str) -> str:
    """Return the title of a role, "" for an unknown slug."""
    return next((role.title for role in roles() if role.slug == slug), "")


def role_for(title: str, profile: str = "") -> str:
    """Return the slug of the role that matches a post's title, or its profile's; "" for none.

    Case is ignored. A profile's title may continue after the role (“Assistant librarian or
    trainee”).
    """
    post, name = title.strip().casefold(), profile.strip().casefold()
    known = {role.title.casefold(): role.slug for role in roles()}
    if post in known:
        return known[post]
    begun = [role for role in known if name == role or name.startswith(f"{role} ")]
    return known[max(begun, key=len)] if begun else ""


def for_whom(task: TemplateTask) -> str:
    """Return the conditions of a task in words, "" if it is for everybody."""
    return ". ".join(_conditions(task))


def when_due(due: int) -> str:
    """Return in words when a task `due` working days from day one is due."""
    if due == 0:
        return "Day one"
    days = counted(abs(due), "working day")
    return f"{days} {'after' if due > 0 else 'before'} day one"


def _conditions(task: TemplateTask) -> Iterator[str]:
    if task.roles:
        yield f"Roles: {', '.join(role_title(slug) or slug for slug in task.roles)}"
    if task.bands:
        yield f"Bands: {', '.join(task.bands)}"
    if task.only_for:
        yield f"Only for: {_traits(task.only_for)}"
    if task.not_for:
        yield f"Not for: {_traits(task.not_for)}"


def _traits(slugs: tuple[str, ...]) -> str:
    return "; ".join(BY_SLUG[slug].name if slug in BY_SLUG else slug for slug in slugs)


SHORTEST_DAYS = 30
"""A plan is kept for at least this many days from today, even if made late. House default."""


def purge_day(start: date, keep_days: int, today: date) -> date:
    """Return the day a plan is deleted: `keep_days` after start, at least SHORTEST_DAYS away."""
    return max(days_from(start, keep_days), days_from(today, SHORTEST_DAYS))


def plan(groups: Sequence[TemplateGroup], situation: Situation) -> Checklist:
    """Return the checklist of the tasks that suit the situation, with their dates.

    Tasks are sorted by date within their group, those of one day in the template's order. Groups
    keep their order; groups without tasks are left out. If the starter does not work on the agreed
    start, dates count from the next day they work; `start` stays the agreed day, and
    `note_on_start` says so. From day one on, a task due on a day the starter does not work moves to
    the next day they do.
    """
    return checklist_of(dated(tailored(groups, situation), situation), situation)


def checklist_of(groups: tuple[Group, ...], situation: Situation) -> Checklist:
    """Return the checklist of dated groups. Raises ValueError if the situation has no start."""
    start, days = situation.start, WorkingDays(situation.nation)
    if start is None:
        raise ValueError("An induction has a start.")
    role = role_title(situation.role_slug)
    return from_row(
        Checklist,
        situation,
        start=start,
        groups=groups,
        note_on_start=note_on_start(start, days, situation.weekdays) or "",
        nation=days.nation,
        traits=tuple(trait.name for trait in TRAITS if trait.slug in situation.traits),
        role_name="" if role == situation.role else role,
    )


def probation_in(checklist: Checklist, situation: Situation) -> Probation | None:
    """Return the probation of a checklist; None if it has no dated final review."""
    finals = {row.id for row in induction_tasks().tasks if row.probation == FINAL}
    review = next((task for task in checklist.tasks if task.id in finals), None)
    clock = probation_clock(situation)
    return Probation(clock, review.due) if review and review.due and clock else None
