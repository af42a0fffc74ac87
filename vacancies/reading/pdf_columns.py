"""Lines outside ruled tables, and tables whose columns are where words begin."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vacancies.reading.blocks import Cell, Table
from vacancies.reading.criteria import is_denial, is_mark, level_of, names_category
from vacancies.reading.headings import section_of
from vacancies.reading.joining import FEWEST_SPACES, Printed, run_together
from vacancies.reading.markers import split_marker
from vacancies.reading.pdf_tables import NEAR, Word, goes_on

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")
MOST_LINES_BELOW = 5
"""Lines of the last row of a table between its first line and the rule below it."""
CELL_GAP = 11.0
"""Points: words further apart than this are in different columns."""
DEEPEST_ITEM = 30.0
"""Points: how far from the name of its column the text of a list item begins at most."""
LEVEL_GAP = 5.0
"""Points between the names of two levels that are in different columns."""
LOOSER, FARTHEST, APART = 1.4, 1.7, 1.08
"""Times the step of a page: the greatest step of the lines of a cell, and of two rows. Times the
least step of a table: the greatest within a row, where wider ones divide rows."""


def printed_lines(
    lines: Sequence[Sequence[Word]], across: Sequence[float]
) -> Iterator[tuple[float, Printed | Table]]:
    """Yield the lines outside ruled tables with their tops; aligned columns become a table.

    across: the positions of the rules that may divide its rows.
    """
    left = min((line[0].left for line in lines), default=0.0)
    edge = max((line[-1].right for line in lines), default=0.0)
    steps = sorted(b[0].middle - a[0].middle for a, b in pairwise(lines))
    step = steps[len(steps) // 2] if steps else 0.0
    leading = next((one for one in steps if one > 6), step)
    before, at, hanging = 0.0, 0, -1.0
    while at < len(lines):
        line = lines[at]
        marked = bool(split_marker(f"{line[0].text} x").kind) and len(line) > 1
        hangs = not marked and abs(line[0].left - hanging) <= NEAR
        hanging = line[1].left if marked else (hanging if hangs else -1.0)
        behind = _last_row(lines, at, step, across)
        if behind > at + 1:
            rows = lines[at:behind]
            least = min(b[0].middle - a[0].middle for a, b in pairwise(rows))
            close = least if leading < least < LOOSER * leading else leading
            yield line[0].top, _aligned(rows, close, edge, across)
        else:
            if before and line[0].middle - before > 1.45 * step:
                yield line[0].top - 0.1, Printed("")
            yield line[0].top, _one_line(line, left, hangs=hangs)
        at = max(behind, at + 1)
        before = lines[at - 1][0].middle


def _one_line(line: Sequence[Word], left: float, *, hangs: bool) -> Printed | Table:
    """Return a line; one that hangs below the text of a list item begins with spaces."""
    chunks = chunks_of(line)
    if len(chunks) in (2, 4) and section_of(line_text(chunks[0])):
        return Table((tuple(Cell((line_text(chunk),)) for chunk in chunks),))
    size = max((line[-1].right - line[0].left) / max(len(line_text(line)), 1), 1.0)
    text = f"{' ' * FEWEST_SPACES if hangs else ''}{line_text(line)}"
    return Printed(text, all(w.bold for w in line), (line[-1].right - left) / size)


def chunks_of(line: Sequence[Word]) -> list[list[Word]]:
    """Split a line at wide gaps, except after a bullet or number."""
    chunks = [[line[0]]]
    for before, word in pairwise(line):
        numbered = split_marker(f"{before.text} x").kind or _NUMBER.fullmatch(before.text)
        lone = len(chunks[-1]) == 1 and bool(numbered)
        gap = word.left - before.right
        levels = gap > LEVEL_GAP and {level_of(before.text), level_of(word.text)} == {True, False}
        if levels or (gap > CELL_GAP and not lone):
            chunks.append([word])
        else:
            chunks[-1].append(word)
    return chunks


def line_text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def names_levels(chunks: Sequence[Sequence[Word]]) -> bool:
    return {True, False} <= {level_of(line_text(chunk)) for chunk in chunks}


def _last_row(
    lines: Sequence[Sequence[Word]], at: int, step: float, across: Sequence[float]
) -> int:
    """Return the index after the table that begins at `at`, or `at` itself if there is none.

    Lines in columns are close together and begin at the same positions, none of them left of two
    rows. What stands above the rule below the last row belongs to that row.
    """
    first = chunks_of(lines[at])
    if len(first) < 2:
        return at
    named = names_levels(first)
    starts = {round(chunk[0].left) for chunk in first[1:]}
    end, last = at + 1, at + 1
    lefts = [lines[at][0].left]
    while end < len(lines):
        chunks = chunks_of(lines[end])
        if len(lefts) > 1 and lines[end][0].left < min(lefts) - NEAR:
            break
        text = line_text(lines[end])
        known = section_of(text) not in ("", "essential", "desirable")
        known = known and not (named and names_category(text))
        far = lines[end][0].middle - lines[end - 1][0].middle > 4 * step
        if far or (len(chunks) == 1 and (known or end - last >= 4)):
            break
        here = {round(chunk[0].left) for chunk in (chunks if named else chunks[1:])}
        alike = any(abs(one - other) <= NEAR * 3 for one in here for other in starts)
        below = len(chunks) == 1 and lines[end][0].left > lefts[0] + CELL_GAP and not named
        near = lines[end][0].middle - lines[end - 1][0].middle < FARTHEST * step
        if below and near and any(abs(lines[end][0].left - one) <= NEAR for one in starts):
            last = end + 1
        elif len(chunks) > 1 and (named or alike):
            last = end + 1
            starts |= here
            lefts.append(lines[end][0].left)
        elif len(chunks) > 1:
            break
        end += 1
    while at + 1 < last < len(lines) and (
        _is_above_rule_of(lines[last - 1], lines[last], across)
        or (named and _is_in_first_column(lines[last - 1], lines[last], first, step))
    ):
        last += 1
    return last if last > at + 1 or named else at


def _is_in_first_column(
    before: Sequence[Word], line: Sequence[Word], names: Sequence[Sequence[Word]], step: float
) -> bool:
    """Whether a line goes on below the name of the first column alone, as a longer column does."""
    close = line[0].middle - before[0].middle < FARTHEST * step
    indent = line[0].left - names[0][0].left
    within = -NEAR <= indent <= DEEPEST_ITEM and line[-1].right < names[1][0].left
    text = line_text(line)
    sentence = text[:1].isupper() and text.endswith(".") and not line_text(before).endswith(".")
    return close and within and not (sentence or line[0].bold or section_of(text))


def _is_above_rule_of(row: Sequence[Word], line: Sequence[Word], across: Sequence[float]) -> bool:
    """Whether the first rule below a row is close below a line too."""
    below = min((rule for rule in across if rule > row[0].middle), default=0.0)
    return 0 < below - line[0].middle < MOST_LINES_BELOW * (line[0].bottom - line[0].top)


def _aligned(
    lines: Sequence[Sequence[Word]], step: float, edge: float, across: Sequence[float]
) -> Table:
    """Return a table without rules between its columns, which are where words begin."""
    top, bottom = lines[0][0].middle, lines[-1][0].middle
    dividing = [rule for rule in across if top < rule < bottom + MOST_LINES_BELOW * step]
    names = chunks_of(lines[0])
    columns = _starts(lines)
    rows: list[list[list[str]]] = []
    spans: list[bool] = []  # whether a row is the name of a category across its columns
    ends = [0.0] * len(columns)
    before = lines[0][0].middle - 9 * step
    apart = _rows_apart(lines, columns, dividing)
    for at, line in enumerate(lines):
        cells: list[list[str]] = [[] for _ in columns]
        middle = line[0].middle
        close = middle - before < 1.15 * step
        within = apart is not None and not apart[at]
        chunks = chunks_of(line)
        begins = len(chunks) > 1 and _column_of(chunks[0], [], columns) == 0
        for chunk in chunks:
            column = _column_of(chunk, names if len(rows) else [], columns)
            if column < 0:
                continue
            limit = columns[column + 1] - 8 if column + 1 < len(columns) else edge
            text = line_text(chunk)
            end = 0.0 if begins and not within else ends[column]
            above = rows[-1][column] if rows and (close or within) else []
            fits = end + 3 + (chunk[0].right - chunk[0].left) <= limit
            if above and goes_on(text, above[-1], fits=fits):
                above[-1] = run_together(above[-1], text)
            else:
                (above if within else cells[column]).append(text)
            ends[column] = chunk[-1].right
        if any(cells):
            rows.append(cells)
            name = line_text(line)
            spans.append(len(chunks) == 1 and line[0].bold and names_category(name))
        before = middle
    return Table(
        tuple(
            tuple(
                Cell(tuple(texts), len(columns) if across and not n else 1)
                for n, texts in enumerate(row)
            )
            for row, across in zip(rows, spans, strict=True)
        )
    )


def _rows_apart(
    lines: Sequence[Sequence[Word]], columns: Sequence[float], dividing: Sequence[float]
) -> list[bool] | None:
    """Return for each line whether a row begins with it, or None where that cannot be seen.

    Rules divide rows, or spaces wider than those between the lines of a cell do.
    """
    middles = [line[0].middle for line in lines]
    if len(dividing) > 1:
        return [True] + [any(a < rule < b for rule in dividing) for a, b in pairwise(middles)]
    steps = [b - a for a, b in pairwise(middles)]
    least = min(steps, default=0.0)
    apart = [True] + [step > APART * least for step in steps]
    chunks, most = [chunks_of(line) for line in lines], 0
    for texts, begins in zip(chunks, apart, strict=True):
        most = len(texts) if begins else most
        if (begins and _column_of(texts[0], [], columns)) or (not begins and len(texts) >= most):
            return None
    return apart if True in apart[1:] else None


def _starts(lines: Sequence[Sequence[Word]]) -> list[float]:
    """Return where columns begin: at the words of the first line, and where two others begin."""
    named = [chunk[0].left for chunk in chunks_of(lines[0])]
    lefts = sorted(chunk[0].left for line in lines for chunk in chunks_of(line))
    starts = list(named)
    for place in lefts:
        near = [one for one in starts if abs(one - place) < 12]
        twice = sum(abs(other - place) <= 6 for other in lefts) > 1
        if not near and twice and (place < named[0] - 12 or not names_levels(chunks_of(lines[0]))):
            starts.append(place)
    return sorted(starts)


def _column_of(
    chunk: Sequence[Word], names: Sequence[Sequence[Word]], starts: Sequence[float]
) -> int:
    """Return the column of some words, or -1 for a mark that is not clearly below one name."""
    text = line_text(chunk)
    centre = (chunk[0].left + chunk[-1].right) / 2
    short = len(text) <= 3 and (is_mark(text) or is_denial(text))
    if short and len(names) > 1 and names_levels(names):
        middles = [(name[0].left + name[-1].right) / 2 for name in names]
        near = sorted(range(len(names)), key=lambda n: abs(middles[n] - centre))
        apart = abs(middles[near[0]] - middles[near[1]])
        if abs(middles[near[0]] - centre) >= 0.35 * apart:
            return -1
        return starts.index(names[near[0]][0].left)
    return max(n for n, start in enumerate(starts) if n == 0 or start <= chunk[0].left + 12)
