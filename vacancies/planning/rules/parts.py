"""A vacancy's plan for display: its parts, their milestones, and the tasks of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vacancies.planning.rules.checklist import Group, Task
from vacancies.planning.rules.lines import Line
from vacancies.planning.rules.progress import Progress, progress
from vacancies.posts.rules import STAGES


@dataclass(frozen=True)
class Milestone:
    """A milestone with its tasks. `line` is None for tasks that belong to no milestone."""

    id: str
    name: str
    line: Line | None
    tasks: tuple[Task, ...]
    progress: Progress

    @property
    def is_done(self) -> bool:
        """Whether the milestone is reached."""
        return bool(self.line and self.line.row.done)


@dataclass(frozen=True)
class Part:
    """A part of the plan, such as "Choose"."""

    slug: str
    name: str
    milestones: tuple[Milestone, ...]
    progress: Progress

    @property
    def is_done(self) -> bool:
        """Whether all milestones are reached and all tasks are done."""
        return all(one.is_done or not one.line for one in self.milestones) and (
            self.progress.is_complete
        )

    def holds(self, slug: str) -> bool:
        """Whether `slug` is that of the part or the id of one of its milestones."""
        return slug != "" and slug in {self.slug, *(one.id for one in self.milestones)}

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and last date of its milestones, None if it has none."""
        dates = [one.line.row.day for one in self.milestones if one.line and one.line.row.day]
        return (min(dates), max(dates)) if dates else None


OTHERS = "others"


def parts(lines: Iterable[Line], groups: Sequence[Group], today: date) -> tuple[Part, ...]:
    """Return the parts of a plan that have milestones, and one for tasks without a milestone."""
    lines = list(lines)
    by_id = {group.id: group for group in groups}
    all_parts = []
    for slug, name in STAGES.items():
        of_stage = [line for line in lines if line.row.step.stage == slug]
        rows = [
            _milestone(line.row.step.name, line, by_id.pop(line.row.id, None), today)
            for line in of_stage
        ]
        all_parts.append(_part_of_plan(slug, name, rows, today))
    rest = [_milestone(group.name, None, group, today) for group in by_id.values()]
    all_parts.append(_part_of_plan(OTHERS, "Other tasks", rest, today))
    return tuple(part for part in all_parts if part.milestones)


def current(all_parts: Sequence[Part]) -> str:
    """Return the slug of the first part with a milestone to reach, or of the last part."""
    to_do = (part.slug for part in all_parts if any(not one.is_done for one in part.milestones))
    return next(to_do, all_parts[-1].slug if all_parts else "")


def _milestone(name: str, line: Line | None, group: Group | None, today: date) -> Milestone:
    tasks = group.tasks if group else ()
    found_id = line.row.id if line else group.id if group else ""
    return Milestone(found_id, name, line, tasks, progress(tasks, today))


def _part_of_plan(slug: str, name: str, rows: Sequence[Milestone], today: date) -> Part:
    tasks = [task for row in rows for task in row.tasks]
    return Part(slug, name, tuple(rows), progress(tasks, today))
