"""Columns of pasted text that bars, or gaps as wide as those between the names above, show."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from vacancies.reading.column_names import METHOD, OF_LEVELS
from vacancies.reading.criteria import is_denial, is_mark, level_of, names_category, names_methods
from vacancies.reading.form_words import SIDE_BY_SIDE
from vacancies.reading.furniture import is_page_number
from vacancies.reading.headings import PERSON, could_be_heading, section_of
from vacancies.reading.markers import bare
from vacancies.reading.old_job import SHORT
from vacancies.reading.slashed import without_slashes

FEWEST_ROWS = 2
MOST_COLUMNS, NEAR, DEEPEST = 12, 2, 4
"""Columns of a row; signs between where a name begins and a text below it, or one of an item."""
_LABEL = re.compile(r"(\S[^:\t]{1,40}?)\s{3,60}(?=\S)")
_LED_BY_DOTS = re.compile(r"(\S[^:\t.]{1,40}?) ?\.{3,60} {0,9}(?=\S)")
_GAP = re.compile(r" {3,200}")
_BARS = re.compile(r"\s\||\|\s|^\|")
_MARKED = re.compile(r"(\S.{1,400}?)( | {3})[Xx✓✔√]((?: {3}| )\S.{0,80})?")
_UNDERLINE = re.compile(r"[\s|:=+-]{1,500}")


def with_columns(lines: list[str]) -> list[str]:
    """Return lines with tabs between their columns, and colons behind labels that stand apart."""
    lines = _with_wrapped_cells(_with_cells_beside(_with_levels_for_marks(lines)))
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
    """Return lines with each row on one line where every cell, also an empty one, stood on one, or
    where it stood between blank lines.
    """
    filled = [bool(line.strip()) for line in lines]
    turns = [at for at, (a, b) in enumerate(pairwise([False, *filled, False])) if a != b]
    begins, ends = turns[::2], turns[1::2]
    runs = ["\v".join(lines[a:b]) for a, b in zip(begins, ends, strict=True)]
    first, end, rows = _rows_of_cells(runs)
    if rows:
        return [*lines[: begins[first]], *rows, *lines[ends[end - 1] :]]
    first, end, rows = _rows_of_cells(lines)
    return [*lines[:first], *rows, *lines[end:]]


def _rows_of_cells(cells: Sequence[str]) -> tuple[int, int, list[str]]:
    """Return where a table begins and ends among cells one below the other, and its rows."""
    levels = [level_of(cell) for cell in cells]
    first = next((at for at, pair in enumerate(pairwise(levels)) if pair == (True, False)), 0)
    wide = 3 + (first > 0 and bool(METHOD.search("".join(cells[first + 2 : first + 3]))))
    if not first or not could_be_heading(cells[first - 1]):
        return 0, 0, []
    rows, at = [cells[first - 1 : first - 1 + wide]], first - 1 + wide
    while at < len(cells):
        if _is_row(cells[at : at + wide]):
            rows.append(cells[at : at + wide])
        elif names_category(cells[at]) and _is_row(cells[at + 1 : at + 1 + wide]):
            rows.append([cells[at]])
        else:
            break
        at += len(rows[-1])
    whole = len(rows) > FEWEST_ROWS
    return (first - 1, at, ["\t".join(row) for row in rows]) if whole else (0, 0, [])


def _is_row(cells: Sequence[str]) -> bool:
    """Whether cells are a criterion, a mark below one of two levels, and perhaps its methods; or a
    category, what it needs on both levels, and its methods.
    """
    ways = all(not cell or names_methods(cell) for cell in cells[3:])
    if len(cells) > 3 and names_category(cells[0]):
        return ways and not any(map(names_category, cells[1:3]))
    marks = [is_mark(cell) for cell in cells[1:3]]
    empty = [not cell.strip() or is_denial(cell) for cell in cells[1:3]]
    return (
        bool("".join(cells[:1])) and marks in ([True, False], [False, True]) and any(empty) and ways
    )


def _with_wrapped_cells(lines: list[str]) -> list[str]:
    """Return lines with each row on one line where its cells, below the names of both levels, are
    broken over several, and blank lines stand between the rows.
    """
    heads = (at for at, line in enumerate(lines[:-1]) if not lines[at + 1].strip())
    at = next((n for n in heads if {True, False} <= set(map(level_of, _texts_of(lines[n])))), 0)
    names = _texts_of(lines[at]) if at else []
    starts, rows, end = _begins_of(names, lines[at]) if at else [], ["\t".join(names)], at + 1
    for filled, run in groupby(lines[end:] if at else [], key=lambda line: bool(line.strip())):
        row = [*run]
        cells = _cells_below(row, starts) if filled else []
        if filled and not cells:
            break
        rows += ["\t".join(cells)] if cells else []
        end += len(row)
    return [*lines[:at], *rows, *lines[end:]] if len(rows) > FEWEST_ROWS else lines


def _texts_of(line: str) -> list[str]:
    return _GAP.split(line.strip())


def _cells_below(lines: Sequence[str], starts: Sequence[int]) -> list[str]:
    """Return the cells of a row, or [] where a text is below no name, or none below the first."""
    cells: list[list[str]] = [[] for _ in starts]
    for line in lines:
        for text, begins in zip(_texts_of(line), _begins_of(_texts_of(line), line), strict=True):
            column = sum(start <= begins for start in starts) - 1
            cell = cells[column]
            if column < 0 or begins > starts[column] + DEEPEST:
                return []
            listed = bool(cell) and bare(cell[0]) != cell[0] and bare(text) == text
            if cell and (listed or text[:1].islower()):
                cell[-1] += f" {text}"
            else:
                cell.append(text)
    return ["\v".join(cell) for cell in cells] if cells[0] and any(cells[1:]) else []


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
        texts = _texts_of(line)
        if 1 < len(texts) <= MOST_COLUMNS and _are_names(texts, _texts_of(after)):
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
        if len(cells) > 1 and cells[0][:1].islower() and _begins_a_row(tabbed, starts):
            cells[0] = f"{tabbed.pop().strip()} {cells[0]}"
        tabbed.append("\t".join(cells) if len(cells) > 1 else line)
    return tabbed


def _is_wrapped(line: str, row: str, starts: Sequence[int]) -> bool:
    """Whether a line is more of the first cell of the row above, or blank below the names."""
    if not line.strip():
        return _names_a_level(row.split("\t"))
    return bool(starts) and line[:1] == " " and len(line) < starts[1]


def _begins_a_row(lines: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether the last line holds a text of the first column alone."""
    last = lines[-1].rstrip() if lines else ""
    return bool(last) and "\t" not in last and len(last) <= starts[1] + NEAR


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
