"""The timeline as a picture: where each step, month and today stand. Values in, positions out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vacancies.planning.rules.lines import Line

MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True)
class Shape:
    """How wide the picture is and where in it things stand, in pixels.

    left and right: the ends of the axis. row: height of a step; name and mark: how far below the
    top of its row. most_months: names of months that fit beside each other. date: where the end of
    each date stands, 0 for dates behind their marks. longest_name: characters of a name that fit
    beside the date; the table has the whole of it.
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
    """A step: the height of its name, its mark at (x, y), the way there from `start`.

    date: in words; date_x: where it begins, or ends where the shape says so.
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
    """Everything to draw. months: (x, name); today: x, None where it lies outside."""

    shape: Shape
    height: int
    marks: tuple[Mark, ...]
    months: tuple[tuple[int, str], ...]
    today: int | None
    first: date
    last: date


def picture(lines: Iterable[Line], today: date, shape: Shape) -> Picture | None:
    """Return the picture of the steps with a date; None for fewer than two, or one day alone."""
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
        marks.append(_mark(line, day, x, seen.get(line.row.step.after, x), place, shape))
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
        """Where a day stands."""
        share = (day - self.first).days / (self.last - self.first).days
        return round(self.shape.left + share * (self.shape.right - self.shape.left))

    def months(self) -> tuple[tuple[int, str], ...]:
        """The firsts of months, as many as fit, each with its name and in January its year."""
        start = self.first.year * MONTHS_IN_A_YEAR + self.first.month
        end = self.last.year * MONTHS_IN_A_YEAR + self.last.month - 1
        every = max(1, -(-(end - start + 1) // self.shape.most_months))
        found = []
        for number in range(start, end + 1, every):
            year, month = divmod(number, MONTHS_IN_A_YEAR)
            day = date(year, month + 1, 1)
            found.append((self.at(day), f"{day:%b} {day.year}" if month == 0 else f"{day:%b}"))
        return tuple(found)


def _mark(line: Line, day: date, x: int, start: int, place: int, shape: Shape) -> Mark:
    top, name, most = TOP + place * shape.row, line.row.step.name, shape.longest_name
    return Mark(
        name=name if len(name) <= most else f"{name[: most - 1].rstrip()}…",
        date=f"{day.day} {day:%b}",
        state=line.state,
        x=x,
        y=top + shape.mark,
        name_y=top + shape.name,
        start=start,
        date_x=shape.date or x + GAP_TO_TEXT,
    )
