"""The order in which the text of a page is read: down its left column, then down its right one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from vacancies.reading.blocks import Table
from vacancies.reading.joining import Printed
from vacancies.reading.pdf_columns import chunks_of, names_levels, printed_lines
from vacancies.reading.pdf_tables import NEAR, Word, lines_of

FEWEST_LINES, FEWEST_FULL, FEWEST_WORDS = 12, 4, 4.0
"""Lines of a page in columns, lines of each that reach its edge, and their words on average."""
FULL, MOST_EDGES = 0.9, 8
"""The share of a column that a line broken at its edge fills, and the places tried as an edge."""

Lines = Sequence[Sequence[Word]]


def in_reading_order(
    lines: Lines, across: Sequence[float]
) -> Iterator[tuple[float, Printed | Table]]:
    """Yield the lines outside ruled tables, and the tables without rules among them.

    Each comes with the place by which it is sorted. across: the positions of rules.
    """
    middle, first, last = _columns(lines)
    yield from printed_lines(lines[:first], across)
    if first < last:
        width = max(line[-1].right for line in lines) - min(line[0].left for line in lines)
        top, number = lines[first][0].top, 0
        for column in _sides(lines[first:last], middle):
            wide = width / _width(column)
            for _, part in printed_lines(column, across):
                number += 1
                if isinstance(part, Printed):
                    part = replace(part, reach=part.reach * wide)
                yield top + number / 10_000, part
    yield from printed_lines(lines[last:], across)


def _columns(lines: Lines) -> tuple[float, int, int]:
    """Return the place between two columns of prose, and the first line in them and one behind.

    Where there are none, both are the number of lines.
    """
    chunks = [chunks_of(line) for line in lines]
    begin = Counter(round(chunk[0].left) for line in chunks for chunk in line[1:])
    often = [left - NEAR for left, many in begin.most_common(MOST_EDGES) if many > 1]
    runs = [(_longest_run(chunks, middle), middle) for middle in often]
    for run, middle in sorted(runs, key=lambda one: -len(one[0])):
        here = [lines[at] for at in run]
        if len(run) >= FEWEST_LINES and _is_prose(here, middle):
            return middle, run.start, run.stop
    return 0.0, len(lines), len(lines)


def _longest_run(chunks: Sequence[Sequence[Sequence[Word]]], middle: float) -> range:
    """Return the most consecutive lines of which no words stand across the middle.

    The names of both levels end them, and so does the heading above these.
    """
    longest, start = range(0), 0
    for at, line in enumerate([*chunks, ()]):
        levels = names_levels(line)
        crossed = any(chunk[0].left < middle < chunk[-1].right for chunk in line)
        if levels or crossed or at == len(chunks):
            headed = levels and len(chunks[at - 1]) == 1
            longest = max(longest, range(start, at - headed), key=len)
            start = at + 1
    begin = Counter(round(chunk[0].left) for at in longest for chunk in chunks[at])
    # The head of the page has words at the right that no column begins with.
    heads = (any(begin[round(c[0].left)] < 2 for c in chunks[at][1:]) for at in longest)
    return longest[sum(takewhile(bool, heads)) :]


def _is_prose(lines: Lines, middle: float) -> bool:
    """Whether both sides hold sentences that are broken at the edge, as no table does."""
    for column in _sides(lines, middle):
        edge = min(line[0].left for line in column) + FULL * _width(column) if column else 0.0
        full = sum(line[-1].right >= edge for line in column)
        words = sum(map(len, column)) / max(len(column), 1)
        if len(column) < FEWEST_FULL or full < FEWEST_FULL or words < FEWEST_WORDS:
            return False
    return True


def _sides(lines: Lines, middle: float) -> tuple[Lines, Lines]:
    """Return the lines of the left and the right column, which need not be level."""
    words = [word for line in lines for word in line]
    left = lines_of([word for word in words if word.left <= middle])
    return left, lines_of([word for word in words if word.left > middle])


def _width(lines: Lines) -> float:
    return max(line[-1].right for line in lines) - min(line[0].left for line in lines)
