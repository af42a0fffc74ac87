"""What the name of a column of a person specification says of the column."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from vacancies.reading.blocks import Cell, Table
from vacancies.reading.criteria import key_of, level_of, names_category
from vacancies.reading.words import pattern

LONGEST_HEADER_CELL = 40
ESSENTIAL = pattern("column_names.essential")
DESIRABLE = pattern("column_names.desirable")
# A key in a column heading begins with a bracket, or with a letter and its meaning.
_KEY = re.compile(r"[(\[\n]|\b[A-Z]{1,2}\s{0,9}[=:–-]")
_BOX = re.compile(r"([☐☒☑])")
_RUN_IN = re.compile(r"(?:essential|desirable)\s?: \S", re.IGNORECASE)
NAMED = re.compile(r"essential|desirable|hanfodol|dymunol|\bess\b|\bdes\b|^[ed]$", re.IGNORECASE)
OF_LEVELS = re.compile(
    r"weight|level|\be ?/ ?d\b|essential ?(?:or|/) ?desirable|e or d", re.IGNORECASE
)
METHOD = pattern("column_names.method")
OF_WEIGHTS = re.compile(r"weight|\bscore|\bpoints?\b|priority|%|\brating", re.IGNORECASE)
CRITERION = re.compile(r"(?:selection )?criteri(?:on|a)|requirements?", re.IGNORECASE)
SUBJECT = pattern("column_names.subject")
LABEL_OF_METHODS = pattern("column_names.label_of_methods")
SAME_AS_ABOVE = re.compile(r"(?:as|same as) above|ditto|[\"”″〃]", re.IGNORECASE)
_NAME_OF_COLUMN = (
    r"(?:factors?|(?:(?:essential|desirable) )?criteri(?:a|on)|requirements?|attributes?|area"
    r"|(?:method|means)s? of assessment|(?:how )?assessed(?: by)?|weighting)"
)
_NAMES_OF_COLUMNS = re.compile(rf"{_NAME_OF_COLUMN}(?: {_NAME_OF_COLUMN}){{1,4}}", re.IGNORECASE)
NAMES_BEFORE = re.compile(
    rf"(?:(?:{_NAME_OF_COLUMN}|essential|desirable|e ?/ ?d|methods?)[\s/,]{{1,3}}){{2,6}}(?=\w)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"(?<!\d)(\d)\s?[=:–-]\s?(?:very |highly )?(essential|desirable)\b", re.IGNORECASE
)
BELOW_LEVELS = pattern("column_names.below_levels")


def names_columns(text: str) -> bool:
    """Whether a line is the names of lost columns, and perhaps a category in the first of them."""
    names = _NAMES_OF_COLUMNS.match(text)
    rest = text[names.end() :].strip() if names else ""
    return names is not None and (not rest or names_category(rest))


def column_name(text: str) -> str:
    """Return the name in a column heading, without its key such as "(A = application form)"; ""
    for a text too long to be a name, and for a criterion behind its level.

    What a column of criteria says of the way they are assessed is no part of its name either.
    """
    if _RUN_IN.match(text):
        return ""
    name = _KEY.split(text, maxsplit=1)[0].strip()
    of_criteria = name and SUBJECT.search(name) and not METHOD.search(name)
    if len(text) <= LONGEST_HEADER_CELL and not (of_criteria and METHOD.search(text[len(name) :])):
        return text
    return name if len(name) <= LONGEST_HEADER_CELL else ""


def says_more_than_name(cell: Cell) -> bool:
    """Whether a cell of a header row is too long for a name and explains no letters."""
    return len(cell.text) > LONGEST_HEADER_CELL and not key_of(cell.text)


def holds_levels(text: str) -> bool:
    """Whether a cell holds criteria between its levels, each level on a line of its own."""
    lines = text.split("\n")
    levels = [level_of(line.rstrip(":")) is not None for line in lines]
    return sum(levels) > 1 and sum(levels) * 2 <= len(lines)


def weights_in(text: str) -> dict[str, str]:
    """Return the level that each weight stands for: "3 = essential, 1 = desirable"."""
    return dict(_WEIGHED.findall(text))


def with_levels_for_weights(table: Table, levels: Mapping[str, str]) -> Table:
    """Return a table with the levels in place of the weights that stand for them."""
    weights = {
        number
        for row in table.rows[:1]
        for number, cell in enumerate(row)
        if OF_WEIGHTS.search(column_name(cell.text))
    }
    return Table(
        tuple(
            tuple(
                Cell((levels[cell.text],)) if number in weights and cell.text in levels else cell
                for number, cell in enumerate(row)
            )
            for row in table.rows
        )
    )


def with_boxes_read(table: Table) -> Table:
    """Return a table with the options that are ticked in place of all those of a cell."""
    return Table(tuple(tuple(map(_ticked_in, row)) for row in table.rows))


def _ticked_in(cell: Cell) -> Cell:
    """Return a cell such as "☒ Essential ☐ Desirable" with the options that are ticked alone."""
    first, *pieces = _BOX.split(cell.text) if "☐" in cell.text else [""]
    boxes, names = pieces[::2], pieces[1::2]
    if first.strip():  # the boxes stand behind the options
        names = [first, *names[:-1]]
    ticked = [name.strip() for box, name in zip(boxes, names, strict=True) if box != "☐"]
    if boxes and not ticked and all(level_of(name.strip()) is not None for name in names):
        return replace(cell, paragraphs=())
    return replace(cell, paragraphs=(", ".join(ticked),)) if ticked and all(ticked) else cell


def names_method(name: str) -> bool:
    return bool(METHOD.search(name)) or len(key_of(name)) > 1


def text_column(names: Sequence[str]) -> int:
    """Return the column headed as criteria; -1 if there is none, or its name spans the next one."""
    column = next((n for n, name in enumerate(names) if CRITERION.fullmatch(name)), -1)
    return -1 if "" in names[column + 1 : column + 2] else column


def notes_in(names: Sequence[str], others: Collection[int]) -> tuple[int, ...]:
    """Return the columns of weights and, in a table with a criteria column, any unknown ones."""
    named = text_column(names) >= 0
    return tuple(
        n
        for n, name in enumerate(names)
        if name and n not in others
        if OF_WEIGHTS.search(name) or (named and not SUBJECT.search(name))
    )


def both_levels(name: str) -> bool:
    return bool(ESSENTIAL.search(name) and DESIRABLE.search(name))
