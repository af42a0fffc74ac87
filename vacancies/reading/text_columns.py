"""Columns of pasted text that bars, or gaps as wide as those between the names above, show."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vacancies.reading.column_names import METHOD, OF_LEVELS
from vacancies.reading.criteria import is_denial, is_mark, level_of, names_category, names_methods
from vacancies.reading.form_words import SIDE_BY_SIDE
from vacancies.reading.furniture import is_page_number
from vacancies.reading.headings import PERSON, could_be_heading, section_of
from vacancies.reading.old_job import SHORT
from vacancies.reading.slashed import without_slashes

FEWEST_ROWS = 2
MOST_COLUMNS, NEAR = 12, 2
"""Columns of a row, and signs between the beginnings of a name and of a text below it."""
_LABEL = re.compile(r"(\S[^:\t]{1,40}?)\s{3,60}(?=\S)")
_LED_BY_DOTS = re.compile(r"(\S[^:\t.]{1,40}?) ?\.{3,60} {0,9}(?=\S)")
_GAP = re.compile(r" {3,200}")
_BARS = re.compile(r"\s\||\|\s|^\|")
_MARKED = re.compile(r"(\S.{1,400}?)( | {3})[Xx✓✔√]((?: {3}| )\S.{0,80})?")
_UNDERLINE = re.compile(r"[\s|:=+-]{1,500}")


def with_columns(lines: list[str]) -> list[str]:
    """Return lines with tabs between their columns, and colons behind labels that stand apart."""
    lines = _with_cells_beside(_with_levels_for_marks(lines))
    lines = [_with_colon(line) for line in _with_gaps(lines)]
    return _with_tabs(without_slashes(lines))


def _with_levels_for_marks(lines: list[str]) -> list[str]:
    """Return lines with the level in place of a mark that stands one space behind its criterion,
    or three where the cell between is empty. Where all stand alike, it cannot be seen.
    """
    names = next((at for at, line in enumerate(lines) if SIDE_BY_SIDE.match(line)), len(lines))
    rows = [_MARKED.fullmatch(line) if at > names else None for at, line in enumerate(lines)]
    if {len(row[2]) for row in rows if row} != {1, 3}:
        return lines
    return [
        f"{row[1]} {'Essential' if len(row[2]) == 1 else 'Desirable'}{row[3] or ''}"
        if row
        else line
        for row, line in zip(rows, lines, strict=True)
    ]


def _with_cells_beside(lines: list[str]) -> list[str]:
    """Return lines with each row on one line where every cell, also an empty one, stood on one."""
    levels = [level_of(line) for line in lines]
    first = next((at for at, pair in enumerate(pairwise(levels)) if pair == (True, False)), 0)
    wide = 3 + (first > 0 and bool(METHOD.search("".join(lines[first + 2 : first + 3]))))
    if not first or not could_be_heading(lines[first - 1]):
        return lines
    rows, at = [lines[first - 1 : first - 1 + wide]], first - 1 + wide
    while at < len(lines):
        if _is_row(lines[at : at + wide]):
            rows.append(lines[at : at + wide])
        elif names_category(lines[at]) and _is_row(lines[at + 1 : at + 1 + wide]):
            rows.append([lines[at]])
        else:
            break
        at += len(rows[-1])
    joined = ["\t".join(row) for row in rows]
    return [*lines[: first - 1], *joined, *lines[at:]] if len(rows) > FEWEST_ROWS else lines


def _is_row(cells: Sequence[str]) -> bool:
    """Whether lines are a criterion, a mark below one of two levels, and perhaps its methods."""
    marks = [is_mark(cell) for cell in cells[1:3]]
    empty = [not cell.strip() or is_denial(cell) for cell in cells[1:3]]
    ways = all(not cell or names_methods(cell) for cell in cells[3:])
    return (
        bool("".join(cells[:1])) and marks in ([True, False], [False, True]) and any(empty) and ways
    )


def _with_colon(line: str) -> str:
    """Return a line with a colon behind a label that stands in a column of its own."""
    label = _LABEL.match(line) or _LED_BY_DOTS.match(line)
    return f"{label[1]}: {line[label.end() :]}" if label and section_of(label[1]) in SHORT else line


def _with_gaps(lines: list[str]) -> list[str]:
    """Replace wide gaps with tabs below names of columns that stand as far apart."""
    starts: list[int] = []
    tabbed: list[str] = []
    apart = False
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        texts = _GAP.split(line.strip())
        if 1 < len(texts) <= MOST_COLUMNS and _are_names(texts, _GAP.split(after.strip())):
            starts, apart = _begins_of(texts, line), _names_a_level(texts)
            if starts[0] > NEAR:  # the first column has no name
                starts, texts = [0, *starts], ["", *texts]
        elif section_of(line) not in ("", *PERSON):
            starts = []
        elif apart and tabbed and "\t" in tabbed[-1] and _is_wrapped(line, tabbed[-1], starts):
            if line.strip():
                first, others = tabbed[-1].split("\t", 1)
                tabbed[-1] = f"{first} {line.strip()}\t{others}"
            continue
        cells = _cut(line, starts) if apart else []
        cells = list(cells or _in_columns(texts, line, starts))
        tabbed.append("\t".join(cells) if len(cells) > 1 else line)
    return tabbed


def _is_wrapped(line: str, row: str, starts: Sequence[int]) -> bool:
    """Whether a line is more of the first cell of the row above, or blank below the names."""
    if not line.strip():
        return _names_a_level(row.split("\t"))
    return bool(starts) and line[:1] == " " and len(line) < starts[1]


def _cut(line: str, starts: Sequence[int]) -> Sequence[str]:
    """Return the texts of a line that begin where the columns begin, or []."""
    begins = starts[1:]
    if not begins or not all(re.match(r"  \S", line[at - 2 : at + 1]) for at in begins):
        return []
    ends = [*begins, len(line)]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _begins_of(texts: Sequence[str], line: str) -> list[int]:
    begins = [0]
    for text in texts:
        begins.append(line.index(text, begins[-1]))
    return begins[1:]


def _in_columns(texts: Sequence[str], line: str, starts: Sequence[int]) -> Sequence[str]:
    """Return the texts of a line by column, as their number or their places show; else []."""
    if len(texts) >= len(starts):
        return texts if len(texts) == len(starts) else []
    cells = [""] * len(starts)
    for text, begins in zip(texts, _begins_of(texts, line), strict=True):
        near = min(range(len(starts)), key=lambda n: abs(starts[n] - begins))
        if abs(starts[near] - begins) > NEAR or len(texts) < 2:
            return []
        cells[near] = text
    return cells


def _are_names(texts: Sequence[str], below: Sequence[str]) -> bool:
    """Whether texts name the columns below: both levels, or labels above as many values."""
    if {True, False} <= set(map(level_of, texts)):
        return len(below) > 1 or len(texts) > len((True, False))
    if _names_a_level(texts):
        return True
    named = [section_of(text) in SHORT for text in (*texts, *below)]
    return len(below) == len(texts) and named == [True] * len(texts) + [False] * len(below)


def _names_a_level(texts: Sequence[str]) -> bool:
    """Whether texts name columns of which one holds the level and the last one the methods."""
    level = any(OF_LEVELS.fullmatch(text) for text in texts[1:-1])
    return level and bool(METHOD.search(texts[-1]))


def _with_tabs(lines: list[str]) -> list[str]:
    """Replace the bars of tables with tabs; bars on a single line do not make a table."""
    barred = [
        bool(_BARS.search(line)) and "\t" not in line and not is_page_number(line) for line in lines
    ]
    if sum(barred) < FEWEST_ROWS:
        return lines
    return [
        "\t".join(map(str.strip, line.strip().removeprefix("|").split("|"))) if bars else line
        for line, bars in zip(lines, barred, strict=True)
        if not (bars and _UNDERLINE.fullmatch(line))
    ]
