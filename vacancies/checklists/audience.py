"""Whom a task is for and when it is due, in words for who keeps a template."""

from collections.abc import Iterator

from vacancies.checklists.checklist import TemplateTask
from vacancies.checklists.loading import role_title
from vacancies.checklists.traits import BY_SLUG


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
