"""Which columns of a table hold criteria, levels, methods and notes, and where they begin."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vacancies.reading.blocks import Cell, Row, Table, by_column
from vacancies.reading.column_names import (
    BELOW_LEVELS,
    CRITERION,
    DESIRABLE,
    ESSENTIAL,
    LABEL_OF_METHODS,
    LONGEST_HEADER_CELL,
    METHOD,
    NAMED,
    OF_LEVELS,
    OF_WEIGHTS,
    SUBJECT,
    both_levels,
    column_name,
    holds_levels,
    names_method,
    notes_in,
    text_column,
)
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
        return tuple(number for number in (self.essential, self.desirable) if number >= 0)

    @property
    def lettered(self) -> frozenset[int]:
        """The columns of levels, methods and notes."""
        held = {*self.levels, self.either, *self.methods, *self.ticked, *self.notes}
        return frozenset(held - {-1})

    def covers_levels(self, first: int, span: int) -> bool:
        """Whether a cell of `span` columns lies over both columns of levels."""
        levels = self.levels
        return len(levels) > 1 and first <= min(levels) and first + span - 1 >= max(levels)

    def method_for(self, column: int) -> int:
        """Return the column that says how `column` is assessed, or -1."""
        after = bisect_right(self.methods, column)
        return self.methods[min(after, len(self.methods) - 1)] if self.methods else -1


def columns_of(table: Table, inside: bool) -> tuple[int, Columns | None]:
    """Return the number of the first row below the column names, and the columns."""
    of_text = text_column([column_name(cell.text) for cell in table.rows[0]])
    headers = [one for one in _headers(table) if of_text < 0 or of_text not in one[1].levels]
    for number, columns in headers:
        both = any(map(_names_both, table.rows[max(number - 2, 0) : number]))
        if both and len(columns.levels) > 1:
            return number, columns
    return _said_in_rows(table, inside) or next(iter(headers), (0, None))


def _headers(table: Table) -> Iterator[tuple[int, Columns]]:
    """Yield the number of the row below each header of two rows or one, and the columns."""
    for number in range(min(MOST_HEADER_ROWS, len(table.rows))):
        for rows in ((number, number + 1), (number,)):
            if rows[-1] < len(table.rows) and (named := _named_columns(table, rows)):
                yield rows[-1] + 1, named


def without_levels(table: Table, *, level_above: bool) -> tuple[int, Columns | None]:
    """Return the first row and columns of a table whose level may be stated above it."""
    names = [column_name(cell.text) for cell in table.rows[0]]
    methods = tuple(n for n, name in enumerate(names) if names_method(name))
    notes = notes_in(names, methods)
    subjects = [n for n in range(len(names)) if n not in (*methods, *notes)]
    short = all(cell.text == name for cell, name in zip(table.rows[0], names, strict=True))
    if short and (methods or notes) and any(names[n] for n in subjects):
        key = {k: v for cell in table.rows[0] for k, v in key_of(cell.text).items()}
        made = Columns(table.width, text=text_column(names), notes=notes, methods=methods)
        return 1, replace(made, key=key, names=names_of(table.rows[0]))
    columns = with_methods(table.rows, Columns(table.width))
    beside = [
        row for row in table.rows if any(row[n].lines for n in columns.methods if n < len(row))
    ]
    sure = level_above or len(beside) > 1
    return 0, columns if sure and columns.methods else None


def repeats_names(row: Row, columns: Columns) -> bool:
    """Whether a row repeats the column names, as at the top of a page."""
    levels = [level_of(row[n].text) for n in columns.levels if n < len(row)]
    if levels != [True, False]:
        return False
    others = [c.text for n, c in enumerate(row) if n not in columns.lettered and c.lines]
    return all(len(row[n].text) > 1 for n in columns.levels) or all(map(SUBJECT.search, others))


def names_of(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _said_in_rows(table: Table, inside: bool) -> tuple[int, Columns] | None:
    """Find a column whose cells give the level of their row, in words or as a letter or code."""
    for column, held in by_column(table.rows).items():
        cells = [(n, cell) for n, cell in held if cell.lines and cell.span == 1]
        each = {n: set(map(level_of, _levels_apart(cell))) for n, cell in cells}
        levels = [n for n in each if None not in each[n] and not _names_both(table.rows[n])]
        words = [n for n, cell in cells if n in levels and len(cell.text) > 3]
        said = {level for n in levels for level in each[n]}
        others = [cell.text for n, cell in cells if n not in levels and n > 0]
        if not levels or not all(
            names_category(text) or is_denial(text) or LABEL_OF_METHODS.fullmatch(text)
            for text in others
        ):
            continue
        first = table.rows[levels[0]]
        if levels == [0] and not _holds_criterion(first, column):
            continue
        header = _header_above(table, levels[0], column)
        sure = header is not None or inside or (len(words) > 1 and len(said) > 1)
        if sure and (header is not None or _all_hold(table, levels, column)):
            names = table.rows[header] if header is not None else ()
            methods = tuple(
                n for n, c in enumerate(names) if n != column and names_method(column_name(c.text))
            )
            start = 0 if header is None else header + 1
            key = {k: v for c in names for k, v in key_of(c.text).items()}
            carries = bool(words) and header is None
            called = [column_name(c.text) for c in names]
            ticked = _ticked(called, (column,))
            notes = notes_in(called, (column, *methods, *ticked))
            made = Columns(table.width, either=column, methods=methods, notes=notes, ticked=ticked)
            return start, replace(made, text=text_column(called), key=key, carries=carries)
    return None


def _levels_apart(cell: Cell) -> Sequence[str]:
    return [cell.text] if level_of(cell.text) is not None else cell.lines


def _names_both(row: Row) -> bool:
    levels = {level_of(cell.text) for cell in row if cell.lines}
    return {True, False} <= levels


def _holds_criterion(row: Row, column: int) -> bool:
    others = [c.text for n, c in enumerate(row) if n != column and c.lines]
    return any(not METHOD.search(column_name(t) or "x") for t in others) and not any(
        SUBJECT.search(t) and len(t) < 25 for t in others
    )


def _all_hold(table: Table, levels: Sequence[int], column: int) -> bool:
    return all(any(c.lines for n, c in enumerate(table.rows[row]) if n != column) for row in levels)


def _header_above(table: Table, first: int, column: int) -> int | None:
    """Return the header row above the first level, or None."""
    for number in range(min(first, MOST_HEADER_ROWS) - 1, -1, -1):
        row = table.rows[number]
        name = column_name(row[column].text) if column < len(row) else ""
        filled = [cell for cell in row if cell.lines]
        if len(filled) > 1 and name and (OF_LEVELS.search(name) or both_levels(name)):
            return number
        names = [column_name(cell.text) for cell in filled]
        if len(filled) > 1 and all(names) and any(map(_names_criteria, names)):
            return number
    return None


def _names_criteria(name: str) -> bool:
    return bool(CRITERION.fullmatch(name)) or (level_of(name) is not None and " " in name)


def _named_columns(table: Table, rows: Sequence[int]) -> Columns | None:
    """Return the columns as named by one row, or by two rows together."""
    texts = [_name_in(table, rows, column) for column in range(table.width)]
    names = [column_name(text) for text in texts]
    essential = [n for n, name in enumerate(names) if ESSENTIAL.search(name)]
    desirable = [n for n, name in enumerate(names) if DESIRABLE.search(name)]
    if any(map(holds_levels, texts)):
        return None
    if desirable and not essential and "i" not in map(str.casefold, names):
        essential = [n for n, name in enumerate(names) if name.casefold() == "a"]  # absolute
    taken = {*essential, *desirable}
    if len(rows) > 1 and not (taken and _is_header(table, rows)):
        return None
    both = sorted(set(essential) & set(desirable))
    methods = tuple(n for n, name in enumerate(names) if names_method(name) and n not in taken)
    ticked = _ticked(names, taken)
    key = {letters: method for text in texts for letters, method in key_of(text).items()}
    notes = notes_in(names, {*taken, *methods, *ticked})
    made = Columns(table.width, notes=notes, methods=methods, ticked=ticked, key=key)
    if both:
        return replace(made, either=both[0])
    if essential and desirable:
        return replace(made, essential=essential[0], desirable=desirable[0])
    named = [n for n in taken if NAMED.search(names[n])]
    filled = [n for n, text in enumerate(texts) if text]
    others = [names[n] for n in filled if n not in taken]
    known = all(
        SUBJECT.search(name)
        or METHOD.search(name)
        or OF_WEIGHTS.search(name)
        or names_methods(name)
        for name in others
    )
    lines = len(rows) > 1 or not any("\n" in texts[n] and not key_of(texts[n]) for n in filled)
    whole = lines and all(names[n] == texts[n] or key_of(texts[n]) for n in filled)
    if whole and named and others and (methods or known) and (known or len(filled) == 2):
        return replace(
            made, essential=next(iter(essential), -1), desirable=next(iter(desirable), -1)
        )
    return None


def _ticked(names: Sequence[str], taken: Collection[int]) -> dict[int, str]:
    """Return the columns named after one method, with it."""
    methods = {n: methods_of(name) for n, name in enumerate(names) if n not in taken}
    return {n: of[0] for n, of in methods.items() if len(of) == 1 and names_methods(names[n])}


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
    if any(level_of(name) is not None for name in names):
        return all(BELOW_LEVELS.fullmatch(text) for text in below)
    return {True, False} <= {level_of(text) for text in below} and all(
        level_of(text) is not None or METHOD.search(text) or SUBJECT.search(text) for text in below
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
        elif column not in columns.lettered - {*columns.notes} and _all_methods(cells, columns):
            more.append(column)
    methods = tuple(sorted({*columns.methods, *more} - set(ticked)))
    notes = tuple(n for n in columns.notes if n not in more)
    return replace(columns, methods=methods, ticked=ticked, notes=notes)


def _all_methods(texts: Sequence[str], columns: Columns) -> bool:
    return bool(texts) and all(names_methods(text, columns.key) for text in texts)
