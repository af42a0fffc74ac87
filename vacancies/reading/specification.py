"""Person specification tables, wherever they say what is essential and how it is assessed.

The level of a criterion may stand in the name of its column, in a cell of its row ("Essential",
"E", "E1"), in a mark below the name of a column, in a row of its own above it or in its own words.
What a table does not show is None: the person is asked, nothing is guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vacancies.reading.blocks import Cell, Row, Table, row_text
from vacancies.reading.criteria import (
    category_of,
    crosses_deny,
    is_cross,
    is_denial,
    is_mark,
    is_weight,
    key_of,
    level_of,
    methods_of,
    names_category,
    names_methods,
    split_level,
    split_methods,
)
from vacancies.reading.markers import bare
from vacancies.reading.old_job import OldCriterion

MOST_HEADER_ROWS = 4
LONGEST_NAME = 80
LONGEST_HEADER_CELL = 40
LONGEST_CODE = 5
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
# The key of a column begins with a bracket, or with a letter and what it stands for.
_KEY = re.compile(r"[(\[\n]|\b[A-Z]{1,2}\s{0,9}[=:–-]")
_NAMED = re.compile(r"essential|desirable|hanfodol|dymunol|\bess\b|\bdes\b|^[ed]$", re.IGNORECASE)
_OF_LEVELS = re.compile(r"weight|level|\be ?/ ?d\b|essential or desirable|e or d", re.IGNORECASE)
_METHOD = re.compile(
    r"assess|method|measure|identified|evidenc|tested|\bhow\b|a\s{0,9}/\s{0,9}i|\bmoa\b|demonstrated|"
    r"^[aitp](?:[\s/,&+]{0,9}[aitp]){0,4}$|\bstage\b|looked for|asesu|\bdull\b",
    re.IGNORECASE,
)
_OF_WEIGHTS = re.compile(r"weight|\bscore|\bpoints?\b|priority|%|\brating", re.IGNORECASE)
_CRITERION = re.compile(r"(?:selection )?criteri(?:on|a)|requirements?", re.IGNORECASE)
_SUBJECT = re.compile(
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
_OTHER = re.compile(r"other|addition|special|circumstance|requirement", re.IGNORECASE)
_NOTHING = frozenset(("-", "–", "—", "n/a", "none", "nil", "na", "not applicable"))


@dataclass(frozen=True)
class Columns:
    """What each column of a table holds, by number; -1 for no such column.

    `either` says "E" or "D", `methods` how a criterion is assessed, `notes` something else of it,
    such as how much it counts; `text` holds it, where that is plain. `ticked` maps a column named
    after one method, where a mark counts, to that method. `key`: what letters mean here.
    `carries`: a level holds for the rows below that say none. `names`: the row of names.
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
        """The columns that are named after a level."""
        return tuple(number for number in (self.essential, self.desirable) if number >= 0)

    @property
    def lettered(self) -> frozenset[int]:
        """The columns that hold criteria or say something of them."""
        held = {*self.levels, self.either, *self.methods, *self.ticked, *self.notes}
        return frozenset(held - {-1})

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


def read_specification(
    table: Table,
    before: Columns | None = None,
    category: str = "",
    *,
    inside: bool = False,
    key: Mapping[str, str] | None = None,
    essential: bool | None = None,
) -> Found:
    """Return what a table holds if it is a person specification; else nothing but no columns.

    `before`: the columns of the table before, for one that carries on without a header. `inside`:
    whether it stands in a person specification. `category`, `key` and `essential`: what the text
    above it says.
    """
    start, columns = _columns(table, inside)
    if columns is None and before and before.width == _width(table):
        start, columns = int(_names_of(table.rows[0]) == before.names), before
    if columns is None and inside:
        start, columns = _without_levels(table, level_above=essential is not None)
    if columns is None:
        return Found()
    columns = replace(columns, key={**(key or {}), **columns.key})
    columns = _with_methods(table.rows[start:], columns)
    reader = _Rows(columns, category, essential, table.rows[start:])
    for row in table.rows[: max(start - 1, 0)]:
        reader.title(row)
    for row in table.rows[start:]:
        reader.read(row)
    return Found(reader.criteria, [text for text in reader.rest if text], columns)


def _width(table: Table) -> int:
    return max(map(len, table.rows), default=0)


def _column_name(text: str) -> str:
    """What a cell calls its column, without the key behind it; "" for a text too long for a name.

    Most templates explain the letters of a column in its heading, as in
    "How assessed (A = application form, I = interview)".
    """
    name = text if len(text) <= LONGEST_HEADER_CELL else _KEY.split(text, maxsplit=1)[0].strip()
    return name if len(name) <= LONGEST_HEADER_CELL else ""


def _columns(table: Table, inside: bool) -> tuple[int, Columns | None]:
    """Return the number of the first row below the names of the columns, and what they hold."""
    said = _said_in_rows(table, inside)
    if said:
        return said
    for number in range(min(MOST_HEADER_ROWS, len(table.rows))):
        for rows in ((number, number + 1), (number,)):
            if rows[-1] < len(table.rows) and (found := _named_columns(table, rows)):
                return rows[-1] + 1, found
    return 0, None


def _without_levels(table: Table, *, level_above: bool) -> tuple[int, Columns | None]:
    """The columns of a table of which none says a level; it may stand above the table."""
    names = [_column_name(cell.text) for cell in table.rows[0]]
    methods = tuple(n for n, name in enumerate(names) if _METHOD.search(name))
    notes = _notes(names, methods)
    subjects = [n for n in range(len(names)) if n not in (*methods, *notes)]
    short = all(cell.text == name for cell, name in zip(table.rows[0], names, strict=True))
    if short and (methods or notes) and any(names[n] for n in subjects):
        key = {k: v for cell in table.rows[0] for k, v in key_of(cell.text).items()}
        made = Columns(_width(table), text=_text(names), notes=notes, methods=methods)
        return 1, replace(made, key=key, names=_names_of(table.rows[0]))
    columns = _with_methods(table.rows, Columns(_width(table)))
    return 0, columns if level_above and columns.methods else None


def _names_of(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _text(names: Sequence[str]) -> int:
    """The column that is named after criteria, or -1."""
    return next((n for n, name in enumerate(names) if _CRITERION.fullmatch(name)), -1)


def _notes(names: Sequence[str], others: Collection[int]) -> tuple[int, ...]:
    """The columns that say how much a criterion counts; beside one of criteria, any unknown one."""
    named = _text(names) >= 0
    return tuple(
        n
        for n, name in enumerate(names)
        if name and n not in others
        if _OF_WEIGHTS.search(name) or (named and not _SUBJECT.search(name))
    )


def _by_column(rows: Sequence[Row]) -> dict[int, list[tuple[int, Cell]]]:
    """Return the cells of each column with the numbers of their rows, looking at each cell once."""
    columns: dict[int, list[tuple[int, Cell]]] = {}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            columns.setdefault(column, []).append((number, cell))
    return columns


def _said_in_rows(table: Table, inside: bool) -> tuple[int, Columns] | None:
    """A column whose cells say the level of their row: in words, or as a letter or code."""
    for column, found in _by_column(table.rows).items():
        cells = [(n, cell) for n, cell in found if cell.lines and cell.span == 1]
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
            made = Columns(_width(table), either=column, methods=methods, notes=notes)
            made = replace(made, text=_text(called))
            return start, replace(made, key=key, carries=carries)
    return None


def _names_both(row: Row) -> bool:
    found = {level_of(cell.text) for cell in row if cell.lines}
    return {True, False} <= found


def _holds_criterion(row: Row, column: int) -> bool:
    others = [c.text for n, c in enumerate(row) if n != column and c.lines]
    return any(not _METHOD.search(_column_name(t) or "x") for t in others) and not any(
        _SUBJECT.search(t) and len(t) < 25 for t in others
    )


def _all_hold(table: Table, levels: Sequence[int], column: int) -> bool:
    return all(any(c.lines for n, c in enumerate(table.rows[row]) if n != column) for row in levels)


def _header_above(table: Table, first: int, column: int) -> int | None:
    """The row of names above the first level, if the column has a name there."""
    for number in range(min(first, MOST_HEADER_ROWS) - 1, -1, -1):
        row = table.rows[number]
        name = _column_name(row[column].text) if column < len(row) else ""
        filled = [cell for cell in row if cell.lines]
        if len(filled) > 1 and name and (_OF_LEVELS.search(name) or _both(name)):
            return number
    return None


def _both(name: str) -> bool:
    return bool(_ESSENTIAL.search(name) and _DESIRABLE.search(name))


def _named_columns(table: Table, rows: Sequence[int]) -> Columns | None:
    """The columns as one row names them, or two rows together."""
    texts = [_name_in(table, rows, column) for column in range(_width(table))]
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
        n: found[0]
        for n, name in enumerate(names)
        if n not in taken and names_methods(name) and len(found := methods_of(name)) == 1
    }
    key = {letters: method for text in texts for letters, method in key_of(text).items()}
    notes = _notes(names, {*taken, *methods, *ticked})
    made = Columns(_width(table), notes=notes, methods=methods, ticked=ticked, key=key)
    if both:
        return replace(made, either=both[0])
    if essential and desirable:
        return replace(made, essential=essential[0], desirable=desirable[0])
    named = [n for n in taken if _NAMED.search(names[n])]
    filled = [n for n, text in enumerate(texts) if text]
    others = [names[n] for n in filled if n not in taken]
    known = all(
        _SUBJECT.search(name) or _METHOD.search(name) or _OF_WEIGHTS.search(name) for name in others
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
    """Whether each of several rows has names alone, and they belong together."""
    first, second = (table.rows[number] for number in rows)
    names = [cell.text for cell in first if cell.lines]
    below = [cell.text for cell in second if cell.lines and not cell.above]
    if len(names) < 2 or not below or any(len(n) > LONGEST_HEADER_CELL for n in names):
        return False
    levels_above = any(level_of(name) is not None for name in names)
    if levels_above:
        return all(_BELOW_LEVELS.fullmatch(text) for text in below)
    return {True, False} <= {level_of(text) for text in below} and all(
        level_of(text) is not None or _METHOD.search(text) or _SUBJECT.search(text)
        for text in below
    )


def _with_methods(rows: Sequence[Row], columns: Columns) -> Columns:
    """Add columns without a name whose cells say nothing but how a criterion is assessed."""
    more, ticked = [], dict(columns.ticked)
    by_column = _by_column(rows)
    for column in range(columns.width):
        cells = [cell.text for _, cell in by_column.get(column, ()) if cell.lines]
        if column in ticked and not all(is_mark(t) or is_denial(t) for t in cells):
            del ticked[column]
            more.append(column)
        elif column not in columns.lettered and _all_methods(cells, columns):
            more.append(column)
    methods = tuple(sorted({*columns.methods, *more} - set(ticked)))
    return replace(columns, methods=methods, ticked=ticked)


def _all_methods(texts: Sequence[str], columns: Columns) -> bool:
    return bool(texts) and all(names_methods(text, columns.key) for text in texts)


class _Rows:
    """Reads row after row, and remembers category, level and merged cells of those above."""

    def __init__(
        self, columns: Columns, category: str, essential: bool | None, rows: Sequence[Row]
    ) -> None:
        self.columns, self.category, self.essential = columns, category, essential
        self.criteria: list[OldCriterion] = []
        self.rest: list[str] = []
        self.above: dict[int, Cell] = {}
        self.crosses_deny = any(
            crosses_deny([row[n].text for n in columns.levels if n < len(row)]) for row in rows
        )

    def title(self, row: Row) -> None:
        """Take a row above the names of the columns: the name of a category, or something else."""
        texts = [cell.text for cell in row if cell.lines]
        if len(texts) == 1 and names_category(texts[0]):
            self.category = category_of(texts[0])
        else:
            self.rest.append(row_text(row))

    def read(self, row: Row) -> None:
        """Read one row."""
        row = self._with_those_above(row)
        filled = [n for n, cell in enumerate(row) if cell.lines and not cell.above]
        if not filled or self._repeats_names(row):
            return
        if len(filled) == 1 and self._names_what_follows(row, filled[0]):
            return
        if self._names_other_level(row):
            return
        before = len(self.criteria)
        worded = [n for n in self.columns.levels if n < len(row) and self._is_worded(row[n])]
        if worded and self.columns.either < 0:
            self._worded(row)
        else:
            self._marked(row)
        self._keep_notes(row, self.criteria[before:])

    def _names_other_level(self, row: Row) -> bool:
        """Whether the only column named after a level has another name from here on."""
        if len(self.columns.levels) != 1:
            return False
        column = self.columns.levels[0]
        level = level_of(row[column].text) if column < len(row) else None
        others = [c.text for n, c in enumerate(row) if n not in (column, *self.columns.methods)]
        if level is None or not all(not t or _OF_WEIGHTS.search(t) for t in others):
            return False
        essential, desirable = (column, -1) if level else (-1, column)
        self.columns = replace(self.columns, essential=essential, desirable=desirable)
        return True

    def _keep_notes(self, row: Row, found: Sequence[OldCriterion]) -> None:
        """Keep what else is said of a criterion, as the draft has no place for it."""
        columns = self.columns
        for number, cell in enumerate(row):
            in_level = number in (*columns.levels, columns.either) and is_weight(cell.text)
            if not cell.lines or cell.above or not (in_level or number in columns.notes):
                continue
            both = 0 <= columns.essential < columns.desirable and len(found) > 1
            of = [c for c in found if not both or c.essential is (number < columns.desirable)]
            self.rest.append(" | ".join([*(c.text for c in of[:1]), cell.text]))

    def _with_those_above(self, row: Row) -> Row:
        cells = []
        for number, cell in enumerate(row):
            if cell.above and number in self.above:
                before = self.above[number]
                cells.append(Cell(before.paragraphs, before.span, above=True))
            else:
                self.above[number] = cell
                cells.append(cell)
        return tuple(cells)

    def _repeats_names(self, row: Row) -> bool:
        """Whether a row names the columns again, as at the top of a page."""
        levels = [level_of(row[n].text) for n in self.columns.levels if n < len(row)]
        if levels != [True, False]:
            return False
        others = [c.text for n, c in enumerate(row) if n not in self.columns.lettered and c.lines]
        return all(len(row[n].text) > 1 for n in self.columns.levels) or all(
            _SUBJECT.search(text) for text in others
        )

    def _names_what_follows(self, row: Row, number: int) -> bool:
        """Whether the only text of a row is a category, or a level, of the rows below."""
        cell = row[number]
        text = cell.text.rstrip(":")
        if len(cell.lines) > 1 or len(text) > LONGEST_NAME:
            return False
        if self.columns.either < 0 or not self.columns.carries:
            level = level_of(text)
            if level is not None and len(text) > 1 and number not in self.columns.levels:
                self.essential = level
                return True
        across = cell.span > 1 and cell.span >= self.columns.width - 1
        category = names_category(text) and number not in self.columns.levels
        if across or category:
            self._named(text)
            return True
        return False

    def _named(self, name: str) -> None:
        """Take the category that a row is called; a name that is none of ours is kept too."""
        if not names_category(name) and not _OTHER.search(name):
            self.rest.append(name)
        self.category = category_of(name) or "other"
        folded = name.casefold()
        if ("essential" in folded) != ("desirable" in folded):
            self.essential = "essential" in folded

    def _is_worded(self, cell: Cell) -> bool:
        """Whether a cell below a level holds criteria rather than marks or letters."""
        return any(
            not (is_mark(line) or is_denial(line) or is_weight(line))
            and level_of(line) is None
            and not names_methods(line, self.columns.key)
            and any(map(str.isalnum, line))
            for line in cell.lines
        )

    def _worded(self, row: Row) -> None:
        """A row whose columns hold the criteria themselves, one a line."""
        columns = self.columns
        used = set(columns.lettered)
        name = self._name_of(row)
        if name:
            self._named(name.text)
            used |= {n for n, cell in enumerate(row) if cell.text == name.text}
        for number, essential in ((columns.essential, True), (columns.desirable, False)):
            if not 0 <= number < len(row) or row[number].above:
                continue
            level = None if self._covers_both(row, number) else essential
            method = columns.method_for(number)
            cell = row[method] if 0 <= method < len(row) else Cell()
            self._add(row[number].lines, level, cell.lines)
        left = tuple(c for n, c in enumerate(row) if n not in used and not c.above)
        if any(cell.lines for cell in left):
            self.rest.append(row_text(left))

    def _covers_both(self, row: Row, number: int) -> bool:
        levels = self.columns.levels
        last = number + row[number].span - 1
        return len(levels) > 1 and number <= min(levels) and last >= max(levels)

    def _name_of(self, row: Row) -> Cell | None:
        held = self.columns.lettered
        others = (c for n, c in enumerate(row) if n not in held and c.lines and not c.above)
        return next(
            (c for c in others if len(c.text) <= LONGEST_NAME and _has_letters(c.text)), None
        )

    def _marked(self, row: Row) -> None:
        """A row with a criterion, and a mark, a letter or a word that says which kind it is."""
        columns = self.columns
        texts = [
            n
            for n, c in enumerate(row)
            if c.lines and not c.above and n not in columns.lettered and _has_letters(c.text)
        ]
        if columns.either >= 0 and self._says_itself(row):
            self._add(row[columns.either].lines, None, ())
            texts = []
        elif not texts:
            self._without_text(row)
            return
        if columns.text in texts:
            texts.append(columns.text)
        for number in texts[:-1]:
            if number == texts[-1]:
                continue
            if names_category(row[number].text):
                self.category = category_of(row[number].text)
            elif number < columns.text and len(row[number].text) <= LONGEST_NAME:
                self._named(row[number].text)
            else:
                self.rest.append(row[number].text)
        if texts:
            self._add_marked(row, row[texts[-1]])

    def _without_text(self, row: Row) -> None:
        either = row[self.columns.either] if 0 <= self.columns.either < len(row) else Cell()
        level = level_of(either.text)
        if level is not None and self.columns.carries:
            self.essential = level
        else:
            self.rest.append(row_text(tuple(cell for cell in row if not cell.above)))

    def _add_marked(self, row: Row, cell: Cell) -> None:
        methods = self._methods_of(row)
        lines = cell.lines
        levels = [self._level(row, number, cell) for number in range(len(lines))]
        each = methods if len(methods) == len(lines) > 1 else [" ".join(methods)] * len(lines)
        for line, level, how in zip(lines, levels, each, strict=True):
            self._add([line], level, (how,), beside=True)

    def _methods_of(self, row: Row) -> list[str]:
        columns = self.columns
        there = [n for n in columns.methods if n < len(row)]
        found = [line for n in there for line in row[n].lines]
        found += [m for n, m in columns.ticked.items() if n < len(row) and is_mark(row[n].text)]
        for number in columns.levels:
            if number < len(row):
                key = columns.key
                found += [t for t in row[number].lines if names_methods(t, key) and not is_mark(t)]
        return found

    def _level(self, row: Row, line: int, cell: Cell) -> bool | None:
        """The level of one line of the cell that holds the criteria, None where none shows."""
        columns = self.columns
        if columns.either >= 0:
            said = self._either(row, line, cell)
            if columns.carries and said is not None:
                self.essential = said
            return said if said is not None or not columns.carries else self.essential
        marks = [self._is_marked(row, number, line, cell) for number in columns.levels]
        if len(columns.levels) == 1:
            only = columns.essential >= 0
            return only if marks[0] else (None if marks[0] is None else self.essential)
        if marks == [True, False]:
            return True
        if marks == [False, True]:
            return False
        return self.essential if not any(marks) and None not in marks else None

    def _either(self, row: Row, line: int, cell: Cell) -> bool | None:
        said = row[self.columns.either] if self.columns.either < len(row) else Cell()
        text = _beside(said, line, cell)
        return level_of(text) if text is not None else None

    def _is_marked(self, row: Row, number: int, line: int, cell: Cell) -> bool | None:
        """Whether the cell below a level says yes; None where it cannot be seen for this line."""
        if number >= len(row):
            return False
        if row[number].span > 1 and self._covers_both(row, number) and row[number].lines:
            return None
        text = _beside(row[number], line, cell)
        if text is None:
            return None
        if not text or is_denial(text) or (self.crosses_deny and is_cross(text)):
            return False
        level = level_of(text)
        if level is not None:
            return level is (number == self.columns.essential)
        return True

    def _says_itself(self, row: Row) -> bool:
        """Whether the one column of a row holds a criterion with its own “(E)” or “(D)”."""
        lines = row[self.columns.either].lines if self.columns.either < len(row) else ()
        return any(level_of(line) is None and split_level(line)[1] is not None for line in lines)

    def _add(
        self,
        lines: Sequence[str],
        essential: bool | None,
        methods: Sequence[str],
        *,
        beside: bool = False,
    ) -> None:
        key = self.columns.key
        self.criteria += _criteria(lines, self.category, essential, methods, key, beside=beside)


def _beside(cell: Cell, line: int, criteria: Cell) -> str | None:
    """What a cell says of one line of the criteria beside it; None where that cannot be told."""
    if len(criteria.lines) <= 1 or len(cell.lines) == 0:
        return cell.text
    if len(cell.paragraphs) == len(criteria.paragraphs):
        place = [n for n, text in enumerate(criteria.paragraphs) if text][line]
        return cell.paragraphs[place]
    if len(cell.lines) == len(criteria.lines):
        return cell.lines[line]
    return cell.text if len(cell.lines) == 1 else None


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _criteria(
    lines: Sequence[str],
    category: str,
    essential: bool | None,
    methods: Sequence[str],
    key: Mapping[str, str],
    *,
    beside: bool = False,
) -> Iterator[OldCriterion]:
    texts = [text for line in lines if (text := bare(line)) and any(map(str.isalnum, text))]
    texts = [text for text in texts if beside or text.casefold() not in _NOTHING]
    letters = [t for t in texts if len(t) <= LONGEST_CODE and names_methods(t, key)]
    if letters and len(letters) < len(texts) and not beside:
        texts, methods = [t for t in texts if t not in letters], [*methods, *letters]
    each = len(texts) == len(methods)
    of_all = () if each else methods_of(" ".join(methods), key)
    level = essential
    for number, text in enumerate(texts):
        if not beside and (said := level_of(text)) is not None and len(texts) > 1:
            level = said
            continue
        how = methods_of(methods[number], key) if each else of_all
        yield criterion(text, category, level, how, key=key)


def criterion(
    text: str,
    category: str,
    essential: bool | None,
    methods: tuple[str, ...] = (),
    *,
    key: Mapping[str, str] | None = None,
) -> OldCriterion:
    """Return a criterion, with what its own words say of it: "(E)", "D2" or "(A/I)" go before."""
    text, first = split_level(text) if essential is None else (text, None)
    text, named = split_methods(text, key)
    text, level = split_level(text)
    level = first if level is None else level
    if not named:
        text, named = split_methods(text, key)
    return OldCriterion(
        text, category or "other", essential if level is None else level, named or methods
    )
