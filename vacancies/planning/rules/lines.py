"""The timeline as lines to display: the state of each step, and anything to check."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kls_portal.calendar.working_days import why_not_worked
from vacancies.planning.rules.checklist import Group
from vacancies.planning.rules.standing import (
    DONE,
    NONE,
    Progress,
    Section,
    reached,
    sections,
    state_on,
)
from vacancies.planning.rules.step import Planned, Step
from vacancies.planning.rules.timeline import Timeline, short_of, too_late
from vacancies.posts.rules import STAGES

NO_DATE = "no-date"


@dataclass(frozen=True)
class Line:
    """One step.

    state: as for tasks (see `state_on`), or NO_DATE; a step that is reached and whose day has come
    counts as done. to_next: working days to the next date, None
    for the last. short_of: the step it depends on, if fewer days than planned lie between them.
    latest: the last possible date, if it is planned after that. why_not: why its date is not a
    working day, "" if it is; next_worked: the next working day after such a date.
    """

    row: Planned
    state: str
    to_next: int | None
    short_of: Step | None = None
    why_not: str = ""
    next_worked: date | None = None
    latest: date | None = None


def lines(timeline: Timeline, today: date, opened: date = date.min) -> tuple[Line, ...]:
    """Return a line for each step, in order.

    Nothing is late on the day on which the file was opened.
    """
    dated = sorted((row.day, place, row.id) for place, row in enumerate(timeline.rows) if row.day)
    following = {before[2]: after[0] for before, after in pairwise(dated)}
    over, today = reached(timeline), max(today, opened)
    worked = timeline.worked

    def line_of(row: Planned) -> Line:
        day, after = row.day, following.get(row.id)
        if day is None:
            return Line(row, DONE if row.done else NO_DATE, None)
        done = row.done or (row.id in over and day <= today)
        why_not = "" if done else why_not_worked(day, worked.nation)
        return Line(
            row,
            state_on(day, today, done=done, opened=opened),
            worked.between(day, after) if after else None,
            short_of(timeline, row),
            why_not,
            worked.next_working_day(day) if why_not else None,
            too_late(timeline, row),
        )

    return tuple(map(line_of, timeline.rows))


@dataclass(frozen=True)
class Milestone(Section):
    """A milestone with its tasks. `line` is None for tasks that belong to no milestone."""

    line: Line | None = None


@dataclass(frozen=True)
class Part:
    """A part of the plan, such as "Choose"."""

    slug: str
    name: str
    milestones: tuple[Milestone, ...]

    @property
    def progress(self) -> Progress:
        return sum((one.progress for one in self.milestones), NONE)

    def holds(self, slug: str) -> bool:
        """Whether `slug` is that of the part or the id of one of its milestones."""
        return slug != "" and slug in {self.slug, *(one.id for one in self.milestones)}

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and last date of its milestones, None if it has none."""
        dates = [one.line.row.day for one in self.milestones if one.line and one.line.row.day]
        return (min(dates), max(dates)) if dates else None


OTHERS = "others"


def parts(lines: Iterable[Line], groups: Iterable[Group], today: date) -> tuple[Part, ...]:
    """Return the parts of a plan that have milestones, and one for tasks without a milestone."""
    left = {one.id: one for one in sections(groups, today)}
    milestones: dict[str, list[Milestone]] = defaultdict(list)
    for line in lines:
        step = line.row.step
        rows = left.pop(step.id).rows if step.id in left else ()
        milestones[step.stage].append(Milestone(step.id, step.name, rows, line))
    milestones[OTHERS] = [Milestone(one.id, one.name, one.rows) for one in left.values()]
    names = {**STAGES, OTHERS: "Other tasks"}
    whole = (Part(slug, name, tuple(milestones[slug])) for slug, name in names.items())
    return tuple(part for part in whole if part.milestones)


MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Shape:
    """The dimensions of the picture, in pixels.

    left and right: the ends of the axis. row: the height of a step; name and mark: their distance
    below the top of the row. most_months: how many names of months fit side by side. date: the x
    at which dates end, 0 for dates placed after their marks. longest_name: how many characters of
    a name fit beside the date; the table shows it in full.
    """

    width: int
    left: int
    right: int
    row: int
    name: int
    mark: int
    most_months: int
    date: int
    longest_name: int


WIDE = Shape(960, 310, 880, 30, 20, 15, 12, 0, 38)
NARROW = Shape(288, 16, 272, 48, 14, 30, 5, 280, 31)
TOP = 28
GAP_TO_TEXT = 12


@dataclass(frozen=True)
class Mark:
    """A step: its mark at (x, y), the y of its name, and a line from `start` to the mark.

    date: in words; date_x: where the date begins, or ends if `Shape.date` is set.
    """

    name: str
    date: str
    state: str
    x: int
    y: int
    name_y: int
    start: int
    date_x: int


@dataclass(frozen=True)
class Picture:
    """Everything to draw. months: (x, name); today: its x, None if outside the picture."""

    shape: Shape
    height: int
    marks: tuple[Mark, ...]
    months: tuple[tuple[int, str], ...]
    today: int | None
    first: date
    last: date


def picture(lines: Iterable[Line], today: date, shape: Shape) -> Picture | None:
    """Return the picture of the dated steps; None unless they span at least two dates."""
    dated = [(line, line.row.day) for line in lines if line.row.day]
    days = [day for _, day in dated]
    if not days or min(days) == max(days):
        return None
    first, last = min(days), max(days)
    axis = _Axis(first, last, shape)
    seen: dict[str, int] = {}
    marks = []
    for place, (line, day) in enumerate(dated):
        x = seen[line.row.id] = axis.at(day)
        top, name, most = TOP + place * shape.row, line.row.step.name, shape.longest_name
        mark = Mark(
            name=name if len(name) <= most else f"{name[: most - 1].rstrip()}…",
            date=f"{day.day} {day:%b}",
            state=line.state,
            x=x,
            y=top + shape.mark,
            name_y=top + shape.name,
            start=seen.get(line.row.step.after, x),
            date_x=shape.date or x + GAP_TO_TEXT,
        )
        marks.append(mark)
    return Picture(
        shape,
        TOP + len(dated) * shape.row + 8,
        tuple(marks),
        axis.months(),
        axis.at(today) if first <= today <= last else None,
        first,
        last,
    )


@dataclass(frozen=True)
class _Axis:
    first: date
    last: date
    shape: Shape

    def at(self, day: date) -> int:
        share = (day - self.first).days / (self.last - self.first).days
        return round(self.shape.left + share * (self.shape.right - self.shape.left))

    def months(self) -> tuple[tuple[int, str], ...]:
        """Return (x, name) of as many firsts of months as fit; January includes the year."""
        start = self.first.year * MONTHS_IN_A_YEAR + self.first.month
        end = self.last.year * MONTHS_IN_A_YEAR + self.last.month - 1
        every = max(1, -(-(end - start + 1) // self.shape.most_months))
        labels = []
        for number in range(start, end + 1, every):
            year, month = divmod(number, MONTHS_IN_A_YEAR)
            day = date(year, month + 1, 1)
            labels.append((self.at(day), f"{day:%b} {day.year}" if month == 0 else f"{day:%b}"))
        return tuple(labels)
