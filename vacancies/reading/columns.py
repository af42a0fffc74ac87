"""Which columns of a table hold criteria, levels, methods and notes, and where they begin."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vacancies.reading.blocks import Row, Table, by_column
from vacancies.reading.criteria import (
    is_denial,
    is_mark,
    key_of,
    level_of,
    methods_of,
    names_category,
    names_methods,
)

MOST_HEADER_ROWS = 4
LONGEST_HEADER_CELL = 40
_ESSENTIAL = re.compile(
    r"(?<!not )essential|hanfodol|\bess\b|\be\b|must have|minimum|(?<!not )required|mandatory|"
    r"(?<!not )necessary|\bcore\b",
    re.IGNORECASE,
)
_DESIRABLE = re.compile(
    r"desirable|desired|dymunol|\bdes\b|\bd\b|preferred|nice to have|ideal|advantage|useful|"
    r"\bbonus\b",
    re.IGNORECASE,
)
# A key in a column heading begins with a bracket, or with a letter and its meaning.
_KEY = re.compile(r"[(\[\n]|\b[A-Z]{1,2}\s{0,9}[=:–-]")
_NAMED = re.compile(r"essential|desirable|hanfodol|dymunol|\bess\b|\bdes\b|^[ed]$", re.IGNORECASE)
_OF_LEVELS = re.compile(r"weight|level|\be ?/ ?d\b|essential or desirable|e or d", re.IGNORECASE)
_METHOD = re.compile(
    r"assess|method|measure|identified|evidenc|tested|\bhow\b|a\s{0,9}/\s{0,9}i|\bmoa\b|demonstrated|"
    r"^[aitp](?:[\s/,&+]{0,9}[aitp]){0,4}$|\bstage\b|looked for|asesu|\bdull\b",
    re.IGNORECASE,
)
OF_WEIGHTS = re.compile(r"weight|\bscore|\bpoints?\b|priority|%|\brating", re.IGNORECASE)
_CRITERION = re.compile(r"(?:selection )?criteri(?:on|a)|requirements?", re.IGNORECASE)
SUBJECT = re.compile(
    r"criteri|requirement|attribut|factor|area|categor|specification|competenc|^$|description|"
    r"skill|knowledge|qualif|experience|subject|heading|quality|qualities|\bno\.?$|\bref\b|maen",
    re.IGNORECASE,
)
_BELOW_LEVELS = re.compile(
    r"criteri(?:a|on)|requirements?|attributes?|area|(?:how |method of |means of )?"
    r"assess(?:ed|ment)(?: by)?|methods?|evidence|how (?:tested|measured|identified)|"
    r"measure(?:d by)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Columns:
    """The numbers of a table's columns by content; -1 for no such column.

    `either` holds "E" or "D", `methods` how a criterion is assessed, `notes` other remarks, such as
    its weight, and `text` the criterion itself, where that is clear. `ticked` maps each column
    named after one method, in which a mark counts, to that method. `key`: what letters mean in this
    table. `carries`: whether a level applies to later rows that state none. `names`: the header
    row.
    """

    width: int
    essential: int = -1
    desirable: int = -1
    either: int = -1
    text: int = -1
    notes: tuple[int, ...] = ()
    methods: tuple[int, ...] = ()
    ticked: Mapping[int, str] = field(default_factory=dict)
    key: Mapping[str, str] = field(default_factory=dict)
    carries: bool = False
    names: tuple[str, ...] = ()

    @property
    def levels(self) -> tuple[int, ...]:
        """The columns named after a level."""
        return tuple(number for number in (self.essential, self.desirable) if number >= 0)

    @property
    def lettered(self) -> frozenset[int]:
        """The columns of levels, methods and notes."""
        held = {*self.levels, self.either, *self.methods, *self.ticked, *self.notes}
        return frozenset(held - {-1})

    def method_for(self, column: int) -> int:
        """Return the column that says how `column` is assessed, or -1."""
        after = bisect_right(self.methods, column)
        return self.methods[min(after, len(self.methods) - 1)] if self.methods else -1


def _column_name(text: str) -> str:
    """Return the name in a column heading, without its key such as "(A = application form)"; ""
    for a text too long to be a name.
    """
    name = text if len(text) <= LONGEST_HEADER_CELL else _KEY.split(text, maxsplit=1)[0].strip()
    return name if len(name) <= LONGEST_HEADER_CELL else ""


def columns_of(table: Table, inside: bool) -> tuple[int, Columns | None]:
    """Return the number of the first row below the column names, and the columns."""
    headed = range(min(MOST_HEADER_ROWS, len(table.rows)))
    for number in (number for number in headed if _names_both(table.rows[number])):
        if (named := _named_columns(table, (number,))) and len(named.levels) > 1:
            return number + 1, named
    if said := _said_in_rows(table, inside):
        return said
    for number in headed:
        for rows in ((number, number + 1), (number,)):
            if rows[-1] < len(table.rows) and (named := _named_columns(table, rows)):
                return rows[-1] + 1, named
    return 0, None


def without_levels(table: Table, *, level_above: bool) -> tuple[int, Columns | None]:
    """Return the first row and columns of a table whose level may be stated above it."""
    names = [_column_name(cell.text) for cell in table.rows[0]]
    methods = tuple(n for n, name in enumerate(names) if _METHOD.search(name))
    notes = _notes(names, methods)
    subjects = [n for n in range(len(names)) if n not in (*methods, *notes)]
    short = all(cell.text == name for cell, name in zip(table.rows[0], names, strict=True))
    if short and (methods or notes) and any(names[n] for n in subjects):
        key = {k: v for cell in table.rows[0] for k, v in key_of(cell.text).items()}
        made = Columns(table.width, text=_text(names), notes=notes, methods=methods)
        return 1, replace(made, key=key, names=names_of(table.rows[0]))
    columns = with_methods(table.rows, Columns(table.width))
    return 0, columns if level_above and columns.methods else None


def names_of(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _text(names: Sequence[str]) -> int:
    """Return the column headed as criteria; -1 if there is none, or its name spans the next one."""
    column = next((n for n, name in enumerate(names) if _CRITERION.fullmatch(name)), -1)
    return -1 if "" in names[column + 1 : column + 2] else column


def _notes(names: Sequence[str], others: Collection[int]) -> tuple[int, ...]:
    """Return the columns of weights and, in a table with a criteria column, any unknown ones."""
    named = _text(names) >= 0
    return tuple(
        n
        for n, name in enumerate(names)
        if name and n not in others
        if OF_WEIGHTS.search(name) or (named and not SUBJECT.search(name))
    )


def _said_in_rows(table: Table, inside: bool) -> tuple[int, Columns] | None:
    """Find a column whose cells give the level of their row, in words or as a letter or code."""
    for column, held in by_column(table.rows).items():
        cells = [(n, cell) for n, cell in held if cell.lines and cell.span == 1]
        levels = [n for n, cell in cells if level_of(cell.text) is not None]
        levels = [n for n in levels if not _names_both(table.rows[n])]
        words = [n for n, cell in cells if n in levels and len(cell.text) > 3]
        said = {level_of(cell.text) for n, cell in cells if n in levels}
        others = [cell.text for n, cell in cells if n not in levels and n > 0]
        if not levels or any(not (names_category(t) or is_denial(t)) for t in others):
            continue
        first = table.rows[levels[0]]
        if levels == [0] and not _holds_criterion(first, column):
            continue
        header = _header_above(table, levels[0], column)
        sure = header is not None or inside or (len(words) > 1 and len(said) > 1)
        if sure and (header is not None or _all_hold(table, levels, column)):
            names = table.rows[header] if header is not None else ()
            methods = tuple(
                n
                for n, c in enumerate(names)
                if n != column and _METHOD.search(_column_name(c.text))
            )
            start = 0 if header is None else header + 1
            key = {k: v for c in names for k, v in key_of(c.text).items()}
            carries = bool(words) and header is None
            called = [_column_name(c.text) for c in names]
            notes = _notes(called, (column, *methods))
            made = Columns(table.width, either=column, methods=methods, notes=notes)
            made = replace(made, text=_text(called))
            return start, replace(made, key=key, carries=carries)
    return None


def _names_both(row: Row) -> bool:
    levels = {level_of(cell.text) for cell in row if cell.lines}
    return {True, False} <= levels


def _holds_criterion(row: Row, column: int) -> bool:
    others = [c.text for n, c in enumerate(row) if n != column and c.lines]
    return any(not _METHOD.search(_column_name(t) or "x") for t in others) and not any(
        SUBJECT.search(t) and len(t) < 25 for t in others
    )


def _all_hold(table: Table, levels: Sequence[int], column: int) -> bool:
    return all(any(c.lines for n, c in enumerate(table.rows[row]) if n != column) for row in levels)


def _header_above(table: Table, first: int, column: int) -> int | None:
    """Return the header row above the first level, or None."""
    for number in range(min(first, MOST_HEADER_ROWS) - 1, -1, -1):
        row = table.rows[number]
        name = _column_name(row[column].text) if column < len(row) else ""
        filled = [cell for cell in row if cell.lines]
        if len(filled) > 1 and name and (_OF_LEVELS.search(name) or _both(name)):
            return number
        names = [_column_name(cell.text) for cell in filled]
        if len(filled) > 1 and all(names) and any(map(_CRITERION.fullmatch, names)):
            return number
    return None


def _both(name: str) -> bool:
    return bool(_ESSENTIAL.search(name) and _DESIRABLE.search(name))


def _named_columns(table: Table, rows: Sequence[int]) -> Columns | None:
    """Return the columns as named by one row, or by two rows together."""
    texts = [_name_in(table, rows, column) for column in range(table.width)]
    names = [_column_name(text) for text in texts]
    essential = [n for n, name in enumerate(names) if _ESSENTIAL.search(name)]
    desirable = [n for n, name in enumerate(names) if _DESIRABLE.search(name)]
    if desirable and not essential and "i" not in map(str.casefold, names):
        essential = [n for n, name in enumerate(names) if name.casefold() == "a"]  # absolute
    taken = {*essential, *desirable}
    if len(rows) > 1 and not (taken and _is_header(table, rows)):
        return None
    both = sorted(set(essential) & set(desirable))
    methods = tuple(n for n, name in enumerate(names) if _METHOD.search(name) and n not in taken)
    ticked = {
        n: named_methods[0]
        for n, name in enumerate(names)
        if n not in taken and names_methods(name) and len(named_methods := methods_of(name)) == 1
    }
    key = {letters: method for text in texts for letters, method in key_of(text).items()}
    notes = _notes(names, {*taken, *methods, *ticked})
    made = Columns(table.width, notes=notes, methods=methods, ticked=ticked, key=key)
    if both:
        return replace(made, either=both[0])
    if essential and desirable:
        return replace(made, essential=essential[0], desirable=desirable[0])
    named = [n for n in taken if _NAMED.search(names[n])]
    filled = [n for n, text in enumerate(texts) if text]
    others = [names[n] for n in filled if n not in taken]
    known = all(
        SUBJECT.search(name) or _METHOD.search(name) or OF_WEIGHTS.search(name) for name in others
    )
    if named and others and (methods or known) and (known or len(filled) == 2):
        return replace(
            made, essential=next(iter(essential), -1), desirable=next(iter(desirable), -1)
        )
    return None


def _name_in(table: Table, rows: Sequence[int], column: int) -> str:
    texts = []
    for number in rows:
        row = table.rows[number]
        if column < len(row) and row[column].text and not row[column].above:
            texts.append(row[column].text)
    return "\n".join(texts)


def _is_header(table: Table, rows: Sequence[int]) -> bool:
    """Whether two rows hold only names and form one header."""
    first, second = (table.rows[number] for number in rows)
    names = [cell.text for cell in first if cell.lines]
    below = [cell.text for cell in second if cell.lines and not cell.above]
    if len(names) < 2 or not below or any(len(n) > LONGEST_HEADER_CELL for n in names):
        return False
    levels_above = any(level_of(name) is not None for name in names)
    if levels_above:
        return all(_BELOW_LEVELS.fullmatch(text) for text in below)
    return {True, False} <= {level_of(text) for text in below} and all(
        level_of(text) is not None or _METHOD.search(text) or SUBJECT.search(text) for text in below
    )


def with_methods(rows: Sequence[Row], columns: Columns) -> Columns:
    """Add columns without a name whose cells only say how a criterion is assessed."""
    more, ticked = [], dict(columns.ticked)
    cells_of = by_column(rows)
    for column in range(columns.width):
        cells = [cell.text for _, cell in cells_of.get(column, ()) if cell.lines]
        if column in ticked and not all(is_mark(t) or is_denial(t) for t in cells):
            del ticked[column]
            more.append(column)
        elif column not in columns.lettered and _all_methods(cells, columns):
            more.append(column)
    methods = tuple(sorted({*columns.methods, *more} - set(ticked)))
    return replace(columns, methods=methods, ticked=ticked)


def _all_methods(texts: Sequence[str], columns: Columns) -> bool:
    return bool(texts) and all(names_methods(text, columns.key) for text in texts)
