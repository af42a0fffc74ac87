"""Words of a page, and the tables whose cells rules divide, by position."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vacancies.reading.blocks import Cell, Table
from vacancies.reading.criteria import is_denial, is_mark, names_methods
from vacancies.reading.joining import is_open_ended, run_together
from vacancies.reading.markers import split_marker
from vacancies.reading.words import opens_criterion

THIN, NEAR = 3.0, 2.5
"""Points: the greatest thickness of a rule, and the distance within which two rules are one."""
SMALLEST_STEP, WIDER = 6.0, 1.35
"""Points between two lines, and how many times that is the end of a paragraph in a cell."""
SAME_LINE = 0.35
"""The share of its height by which a word may stand above or below others of its line."""


@dataclass(frozen=True)
class Word:
    """A word and its box in points from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    bold: bool

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Rule = tuple[float, float, float]
"""The position of a rule, and where it starts and ends."""


def places(rules: Sequence[Rule]) -> list[float]:
    """Return the distinct positions of rules."""
    distinct: list[float] = []
    for place in sorted(rule[0] for rule in rules):
        if not distinct or place - distinct[-1] > NEAR:
            distinct.append(place)
    return distinct


def ruled(
    words: Sequence[Word], across: Sequence[Rule], down: Sequence[Rule], top: float, bottom: float
) -> Table:
    here = [rule for rule in across if top - NEAR <= rule[0] <= bottom + NEAR]
    sides = [rule for rule in down if rule[1] < bottom and rule[2] > top]
    columns = places(sides)
    rows: list[list[Cell]] = []
    step = _step_of(words, columns)
    ends = [(end, 0.0, 0.0) for end in (top, bottom)]  # a page may break a row, without a rule
    for low, high in pairwise(places([*here, *ends])):
        middle = (low + high) / 2
        edges = places([rule for rule in sides if rule[1] - 1 <= middle <= rule[2] + 1])
        inside = [word for word in words if low <= word.middle < high]
        row: list[Cell] = []
        for left, right in pairwise(edges):
            span = max(sum(left - NEAR < c < right - NEAR for c in columns), 1)
            cell = [w for w in inside if left <= (w.left + w.right) / 2 < right]
            centre = (left + right) / 2
            open_above = bool(rows) and not any(
                abs(r[0] - low) <= NEAR and r[1] - NEAR <= centre <= r[2] + NEAR for r in here
            )
            row.append(Cell(tuple(_cell_lines(cell, right, step)), span, open_above))
            row += [Cell()] * (span - 1)
        rows.append(_under(row, rows))
    return Table(tuple(tuple(row) for row in rows if any(c.lines or c.above for c in row)))


def _step_of(words: Sequence[Word], columns: Sequence[float]) -> float:
    """Return the smallest distance between two lines of a column."""
    sides = pairwise(columns)
    lines = (lines_of([one for one in words if a <= one.left < b]) for a, b in sides)
    steps = (b[0].middle - a[0].middle for column in lines for a, b in pairwise(column))
    return min((step for step in steps if step > SMALLEST_STEP), default=float("inf"))


def _under(row: list[Cell], rows: list[list[Cell]]) -> list[Cell]:
    """Move the words of a cell that continues the one above into that cell."""
    for number, cell in enumerate(row):
        if not cell.above:
            continue
        at = len(rows) - 1
        while at > 0 and number < len(rows[at]) and rows[at][number].above:
            at -= 1
        if cell.paragraphs and number < len(rows[at]):
            first = rows[at][number]
            rows[at][number] = Cell((*first.paragraphs, *cell.paragraphs), first.span, first.above)
        row[number] = Cell((), cell.span, above=True)
    return row


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return words grouped into lines, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.left)):
        height = max(word.bottom - word.top, SMALLEST_STEP)
        if lines and abs(word.middle - lines[-1][-1].middle) < SAME_LINE * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.left) for line in lines]


def goes_on(text: str, before: str, *, fits: bool) -> bool:
    """Whether a line goes on with the one above it in a cell.

    fits: whether its first word would have had room on that line.
    """
    if is_mark(text) or is_denial(text) or split_marker(text).kind:
        return False
    opens = opens_criterion(text) or names_methods(text)
    return text[:1].islower() or not (fits or (opens and not is_open_ended(before)))


def _cell_lines(words: Sequence[Word], right: float, step: float) -> list[str]:
    """Return the paragraphs of a cell, joining lines that were broken for want of width.

    `step`: from one line to the next within a paragraph; a wider one is the end of a paragraph.
    """
    paragraphs: list[str] = []
    end = above = 0.0
    for line in lines_of(words):
        text = " ".join(word.text for word in line)
        apart = line[0].middle - above > WIDER * step
        fits = apart or end + 3 + (line[0].right - line[0].left) < right - 6
        if paragraphs and goes_on(text, paragraphs[-1], fits=fits):
            paragraphs[-1] = run_together(paragraphs[-1], text)
        else:
            paragraphs.append(text)
        end, above = line[-1].right, line[0].middle
    return paragraphs
