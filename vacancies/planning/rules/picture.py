"""The layout of the timeline as a picture: positions of the steps, the months and today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vacancies.planning.rules.lines import Line

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
        """Return the x of a day."""
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
