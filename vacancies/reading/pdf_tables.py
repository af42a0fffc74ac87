"""Words of a page as lines and cells, by position."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vacancies.reading.blocks import Cell, Table
from vacancies.reading.criteria import is_denial, is_mark, level_of, names_methods
from vacancies.reading.headings import section_of
from vacancies.reading.joining import Printed, is_open_ended, run_together
from vacancies.reading.markers import split_marker
from vacancies.reading.words import opens_criterion

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
THIN, NEAR = 3.0, 2.5
"""Points: the greatest thickness of a rule, and the distance within which two rules are one."""
SMALLEST_STEP, WIDER = 6.0, 1.35
"""Points between two lines, and how many times that is the end of a paragraph in a cell."""
CELL_GAP = 11.0
"""Points: words further apart than this are in different columns."""


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
        """The vertical centre of the word."""
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
    for low, high in pairwise(places(here)):
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
        if lines and abs(word.middle - lines[-1][-1].middle) < 0.6 * max(
            word.bottom - word.top, 4.0
        ):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.left) for line in lines]


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
        small = text[:1].islower() and not is_mark(text)
        opens = opens_criterion(text) or names_methods(text)
        begins = bool(paragraphs) and opens and not is_open_ended(paragraphs[-1])
        if paragraphs and (small or not (fits or begins or split_marker(text).kind)):
            paragraphs[-1] = run_together(paragraphs[-1], text)
        else:
            paragraphs.append(text)
        end, above = line[-1].right, line[0].middle
    return paragraphs


def printed_lines(lines: Sequence[Sequence[Word]]) -> Iterator[tuple[float, Printed | Table]]:
    """Yield the lines outside ruled tables with their tops; aligned columns become a table."""
    left = min((line[0].left for line in lines), default=0.0)
    edge = max((line[-1].right for line in lines), default=0.0)
    steps = sorted(b[0].middle - a[0].middle for a, b in pairwise(lines))
    step = steps[len(steps) // 2] if steps else 0.0
    leading = next((one for one in steps if one > 6), step)
    before, at = 0.0, 0
    while at < len(lines):
        line = lines[at]
        behind = _last_row(lines, at, step)
        if behind > at + 1:
            yield line[0].top, _aligned(lines[at:behind], leading, edge)
        else:
            if before and line[0].middle - before > 1.45 * step:
                yield line[0].top - 0.1, Printed("")
            yield line[0].top, _one_line(line, left)
        at = max(behind, at + 1)
        before = lines[at - 1][0].middle


def _one_line(line: Sequence[Word], left: float) -> Printed | Table:
    chunks = _chunks(line)
    if len(chunks) in (2, 4) and section_of(_text(chunks[0])):
        return Table((tuple(Cell((_text(chunk),)) for chunk in chunks),))
    size = max((line[-1].right - line[0].left) / max(len(_text(line)), 1), 1.0)
    return Printed(_text(line), all(w.bold for w in line), (line[-1].right - left) / size)


def _chunks(line: Sequence[Word]) -> list[list[Word]]:
    """Split a line at wide gaps, except after a bullet or number."""
    chunks = [[line[0]]]
    for before, word in pairwise(line):
        numbered = split_marker(f"{before.text} x").kind or _NUMBER.fullmatch(before.text)
        lone = len(chunks[-1]) == 1 and bool(numbered)
        if word.left - before.right > CELL_GAP and not lone:
            chunks.append([word])
        else:
            chunks[-1].append(word)
    return chunks


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _names_levels(chunks: Sequence[Sequence[Word]]) -> bool:
    return {True, False} <= {level_of(_text(chunk)) for chunk in chunks}


def _last_row(lines: Sequence[Sequence[Word]], at: int, step: float) -> int:
    """Return the index after the table that begins at `at`, or `at` itself if there is none.

    Lines in columns are close together and begin at the same positions.
    """
    first = _chunks(lines[at])
    if len(first) < 2:
        return at
    named = _names_levels(first)
    starts = {round(chunk[0].left) for chunk in first[1:]}
    end, last = at + 1, at + 1
    while end < len(lines):
        chunks = _chunks(lines[end])
        known = section_of(_text(lines[end])) not in ("", "essential", "desirable")
        far = lines[end][0].middle - lines[end - 1][0].middle > 4 * step
        if far or (len(chunks) == 1 and (known or end - last >= 4)):
            break
        here = {round(chunk[0].left) for chunk in (chunks if named else chunks[1:])}
        alike = any(abs(one - other) <= NEAR * 3 for one in here for other in starts)
        if len(chunks) > 1 and (named or alike):
            last = end + 1
            starts |= here
        elif len(chunks) > 1:
            break
        end += 1
    return last if last > at + 1 or named else at


def _aligned(lines: Sequence[Sequence[Word]], step: float, edge: float) -> Table:
    """Return a table without rules, with columns by where words begin."""
    names = _chunks(lines[0])
    columns = _starts(lines)
    rows: list[list[list[str]]] = []
    ends = [0.0] * len(columns)
    before = lines[0][0].middle - 9 * step
    for line in lines:
        cells: list[list[str]] = [[] for _ in columns]
        close = line[0].middle - before < 1.15 * step
        chunks = _chunks(line)
        begins = len(chunks) > 1 and _column_of(chunks[0], [], columns) == 0
        for chunk in chunks:
            column = _column_of(chunk, names if len(rows) else [], columns)
            if column < 0:
                continue
            limit = columns[column + 1] - 8 if column + 1 < len(columns) else edge
            text = _text(chunk)
            if (
                close
                and rows
                and _goes_on(chunk, rows[-1][column], ends[column] if not begins else 0.0, limit)
            ):
                rows[-1][column][-1] = run_together(rows[-1][column][-1], text)
            else:
                cells[column].append(text)
            ends[column] = chunk[-1].right
        if any(cells):
            rows.append(cells)
        before = line[0].middle
    return Table(tuple(tuple(Cell(tuple(texts)) for texts in row) for row in rows))


def _goes_on(chunk: Sequence[Word], cell: Sequence[str], end: float, limit: float) -> bool:
    """Whether words continue those above them in their column, which had no room left."""
    text = _text(chunk)
    if not cell or split_marker(text).kind or is_mark(text) or is_denial(text):
        return False
    return text[:1].islower() or end + 3 + (chunk[0].right - chunk[0].left) > limit


def _starts(lines: Sequence[Sequence[Word]]) -> list[float]:
    """Return where columns begin: at the words of the first line, and where two others begin."""
    named = [chunk[0].left for chunk in _chunks(lines[0])]
    lefts = sorted(chunk[0].left for line in lines for chunk in _chunks(line))
    starts = list(named)
    for place in lefts:
        near = [one for one in starts if abs(one - place) < 12]
        twice = sum(abs(other - place) <= 6 for other in lefts) > 1
        if not near and twice and (place < named[0] - 12 or not _names_levels(_chunks(lines[0]))):
            starts.append(place)
    return sorted(starts)


def _column_of(
    chunk: Sequence[Word], names: Sequence[Sequence[Word]], starts: Sequence[float]
) -> int:
    """Return the column of some words, or -1 for a mark that is not clearly below one name."""
    text = _text(chunk)
    centre = (chunk[0].left + chunk[-1].right) / 2
    short = len(text) <= 3 and (is_mark(text) or is_denial(text))
    if short and len(names) > 1 and _names_levels(names):
        middles = [(name[0].left + name[-1].right) / 2 for name in names]
        near = sorted(range(len(names)), key=lambda n: abs(middles[n] - centre))
        apart = abs(middles[near[0]] - middles[near[1]])
        if abs(middles[near[0]] - centre) >= 0.35 * apart:
            return -1
        return starts.index(names[near[0]][0].left)
    return max(n for n, start in enumerate(starts) if n == 0 or start <= chunk[0].left + 12)
