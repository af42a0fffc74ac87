"""Person specification tables, whatever their columns are called and however they are laid out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from vacancies.reading.blocks import Cell, Row, Table
from vacancies.reading.criteria import (
    category_of,
    is_mark,
    level_of,
    methods_of,
    names_category,
    split_level,
    split_methods,
)
from vacancies.reading.headings import bare
from vacancies.reading.old_job import OldCriterion

MOST_HEADER_ROWS = 4
LONGEST_NAME = 80
LONGEST_HEADER_CELL = 40
_ESSENTIAL = re.compile(
    r"essential|\bess\b|\be\b|must have|minimum|required|mandatory|necessary|\bcore\b",
    re.IGNORECASE,
)
_DESIRABLE = re.compile(
    r"desirable|\bdes\b|\bd\b|preferred|nice to have|ideal|advantage|useful|\bbonus\b",
    re.IGNORECASE,
)
# The key of a column begins with a bracket, or with a letter and what it stands for.
_KEY = re.compile(r"[(\[\n]|\b[A-Z]{1,2}\s{0,9}[=:–-]")
_NAMED = re.compile(r"essential|desirable|\bess\b|\bdes\b", re.IGNORECASE)
_OTHER = re.compile(r"other|addition|special|circumstance|requirement", re.IGNORECASE)
_METHOD = re.compile(
    r"assess|method|measure|identified|evidenc|tested|how |a\s{0,9}/\s{0,9}i|\bmoa\b|demonstrated|"
    r"^[aitp](?:[\s/,&+]{0,9}[aitp]){0,4}$|\bstage\b|looked for",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Columns:
    """What each column of a table holds, by number; None or -1 for no such column.

    `either` is one column that says "E" or "D". `methods` maps a column of criteria to the one
    that says how they are assessed.
    """

    width: int
    essential: int = -1
    desirable: int = -1
    either: int = -1
    methods: tuple[int, ...] = ()

    @cached_property
    def lettered(self) -> frozenset[int]:
        """The columns that hold criteria or say something of them."""
        return frozenset({self.essential, self.desirable, self.either, *self.methods} - {-1})

    def method_for(self, column: int) -> int:
        """The column that says how `column` is assessed, or -1."""
        after = bisect_right(self.methods, column)
        return self.methods[min(after, len(self.methods) - 1)] if self.methods else -1


@dataclass
class Found:
    """What a table gave: criteria, the rest, and its columns for a table that carries on."""

    criteria: list[OldCriterion] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    columns: Columns | None = None


def read_specification(table: Table, before: Columns | None = None, category: str = "") -> Found:
    """Return what a table holds if it is a person specification; else nothing but no columns.

    `before`: the columns of the table before, for one that carries on without a header.
    `category`: that of the heading above.
    """
    header, columns = _header(table)
    rows = table.rows[header + 1 :]
    if columns is None and before and before.width == max(map(len, table.rows), default=0):
        columns, rows = before, table.rows
    found = Found(columns=columns)
    if columns is None:
        return found
    for row in table.rows[: max(header, 0)]:
        found.rest.append(row_text(row))
    marked = _is_marked(rows, columns)
    for row in rows:
        category = _read_row(row, columns, marked, category, found)
    found.rest = [text for text in found.rest if text]
    return found


def row_text(row: Row) -> str:
    """Return a row as one line of text, for what was not understood."""
    return " | ".join(cell.text for cell in row if cell.lines)


def _column_name(text: str) -> str:
    """What a cell calls its column, without the key behind it; "" for a text too long for a name.

    Most templates explain the letters of a column in its heading, as in
    "How assessed (A = application form, I = interview)".
    """
    name = text if len(text) <= LONGEST_HEADER_CELL else _KEY.split(text, maxsplit=1)[0].strip()
    return name if len(name) <= LONGEST_HEADER_CELL else ""


def _header(table: Table) -> tuple[int, Columns | None]:
    for number, row in enumerate(table.rows[:MOST_HEADER_ROWS]):
        names = [_column_name(cell.text) for cell in row]
        essential = [n for n, name in enumerate(names) if _ESSENTIAL.search(name)]
        desirable = [n for n, name in enumerate(names) if _DESIRABLE.search(name)]
        both = sorted(set(essential) & set(desirable))
        taken = {*essential, *desirable}
        methods = tuple(
            n for n, name in enumerate(names) if _METHOD.search(name) and n not in taken
        )
        width = max(map(len, table.rows))
        if both:
            return number, Columns(width, either=both[0], methods=methods)
        if essential and desirable:
            return number, Columns(width, essential[0], desirable[0], methods=methods)
        named = [n for n in taken if _NAMED.search(names[n])]
        if named and (methods or len([n for n in names if n]) == 2):
            return number, Columns(
                width, next(iter(essential), -1), next(iter(desirable), -1), methods=methods
            )
    return -1, None


def _is_marked(rows: tuple[Row, ...], columns: Columns) -> bool:
    """Whether the columns hold ticks, and the criteria stand in a column of their own."""
    cells = [
        text
        for row in rows
        for number in (columns.essential, columns.desirable)
        if 0 <= number < len(row) and (text := row[number].text)
    ]
    ticks = sum(is_mark(text) or level_of(text) is not None for text in cells)
    return bool(cells) and ticks > len(cells) / 2


def _read_row(row: Row, columns: Columns, marked: bool, category: str, found: Found) -> str:
    """Read one row into `found`; return the category that holds for the rows below."""
    filled = [number for number, cell in enumerate(row) if cell.lines]
    if not filled:
        return category
    first = row[filled[0]]
    if len(filled) == 1 and len(first.lines) == 1 and len(first.text) <= LONGEST_NAME:
        across = first.span > 1 and first.span >= columns.width - 1
        if across or filled[0] not in columns.lettered:
            return _named(first.text, found)
    if marked or columns.either >= 0:
        return _read_marked(row, columns, category, found)
    return _read_worded(row, columns, category, found)


def _named(name: str, found: Found) -> str:
    """The category that a row is called; a name that is none of ours is kept with the rest."""
    if not names_category(name) and not _OTHER.search(name):
        found.rest.append(name)
    return category_of(name) or "other"


def _read_worded(row: Row, columns: Columns, category: str, found: Found) -> str:
    """A row whose columns hold the criteria themselves, one a line."""
    name = _name_of(row, columns)
    if name:
        category = _named(name, found)
    used = {number for number, cell in enumerate(row) if cell.text == name}
    for number, essential in ((columns.essential, True), (columns.desirable, False)):
        if not 0 <= number < len(row):
            continue
        method = columns.method_for(number)
        cell = row[method] if 0 <= method < len(row) else Cell()
        used |= {number, method}
        found.criteria += _criteria(row[number].lines, category, essential, cell.lines)
    held = columns.lettered
    left = tuple(c for n, c in enumerate(row) if n not in used and n not in held)
    if any(cell.lines for cell in left):
        found.rest.append(row_text(left))
    return category


def _read_marked(row: Row, columns: Columns, category: str, found: Found) -> str:
    """A row with a criterion, and a tick or a letter that says which kind it is."""
    texts = [n for n, cell in enumerate(row) if cell.lines and n not in columns.lettered]
    if _says_itself(row, columns):
        for line in row[columns.either].lines:
            found.criteria.append(criterion(bare(line), category, True, level_first=True))
        return category
    essential = _marked_as(row, columns)
    if not texts or essential is None:
        found.rest.append(row_text(row))
        return category
    if len(texts) > 1 and (name := category_of(row[texts[0]].text)):
        category = name
    elif len(texts) > 1:
        found.rest.append(row_text(tuple(row[n] for n in texts[:-1])))
    there = columns.methods[: bisect_left(columns.methods, len(row))]
    methods = tuple(line for number in there for line in row[number].lines)
    found.criteria += _criteria(row[texts[-1]].lines, category, essential, methods)
    return category


def _says_itself(row: Row, columns: Columns) -> bool:
    """Whether the one column of a row holds a criterion with its own “(E)” or “(D)”."""
    lines = row[columns.either].lines if 0 <= columns.either < len(row) else ()
    return bool(lines) and any(split_level(line)[1] is not None for line in lines)


def _marked_as(row: Row, columns: Columns) -> bool | None:
    if 0 <= columns.either < len(row):
        return level_of(row[columns.either].text)
    if 0 <= columns.essential < len(row) and row[columns.essential].lines:
        return True
    return False if 0 <= columns.desirable < len(row) and row[columns.desirable].lines else None


def _name_of(row: Row, columns: Columns) -> str:
    others = (c for number, c in enumerate(row) if number not in columns.lettered)
    return next((c.text for c in others if c.lines and len(c.text) <= LONGEST_NAME), "")


def _criteria(
    lines: tuple[str, ...], category: str, essential: bool, methods: tuple[str, ...]
) -> Iterator[OldCriterion]:
    texts = [text for line in lines if (text := bare(line)) and any(map(str.isalnum, text))]
    each = len(texts) == len(methods)
    of_all = () if each else methods_of(" ".join(methods))
    for number, text in enumerate(texts):
        how = methods_of(methods[number]) if each else of_all
        yield criterion(text, category, essential, how)


def criterion(
    text: str,
    category: str,
    essential: bool,
    methods: tuple[str, ...] = (),
    *,
    level_first: bool = False,
) -> OldCriterion:
    """Return a criterion, with what its own end says of it: "(E)" or "(A/I)" go before.

    level_first: where nothing else says the level, so that "(D)" means desirable, not documents.
    """
    text, first = split_level(text) if level_first else (text, None)
    text, named = split_methods(text)
    text, level = split_level(text)
    level = first if level is None else level
    if not named:
        text, named = split_methods(text)
    return OldCriterion(
        text, category or "other", essential if level is None else level, named or methods
    )
