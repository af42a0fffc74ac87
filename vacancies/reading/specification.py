"""Read person specification tables, wherever they give levels and methods of assessment.

The level of a criterion may be given by the name of its column, by a cell of its row ("Essential",
"E", "E1"), by a mark below a column name, by a row above it or by its own words. A level that the
table does not show is None: the user is asked, nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vacancies.reading.blocks import Row, Table
from vacancies.reading.column_names import says_more_than_name
from vacancies.reading.columns import Columns, columns_of, names_of, with_methods, without_levels
from vacancies.reading.criteria import level_of, methods_in_prose, names_category
from vacancies.reading.criterion import assessed
from vacancies.reading.headings import section_of
from vacancies.reading.old_job import LONG, OldCriterion
from vacancies.reading.rows import Rows


@dataclass
class Found:
    """The criteria of a table, its other text, and its columns for a table that continues it."""

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
    in_print: bool = False,
) -> Found:
    """Return the contents of a person specification table; for any other, an empty Found.

    `before`: the columns of the previous table, for one that continues without a header. `inside`:
    whether the table is in a person specification. `category`, `key` and `essential`: as given by
    the text above it. `in_print`: whether the print of a text tells its level.
    """
    table = _with_levels_across(table)
    apart = [_apart(row) for row in table.rows]
    # One such row above others explains its levels: "Essential: the qualities without which …".
    if len(apart) == 1 or sum(len(rows) > 1 for rows in apart) > 1:
        table = Table(tuple(row for rows in apart for row in rows))
    start, columns = columns_of(table, inside)
    if columns is None and before and before.width == table.width:
        start, columns = int(names_of(table.rows[0]) == before.names), before
    if columns is None and inside:
        start, columns = without_levels(table, level_above=in_print or essential is not None)
    if columns is None:
        return Found()
    columns = replace(columns, key={**(key or {}), **columns.key})
    columns = with_methods(table.rows[start:], columns)
    reader = Rows(columns, category, essential, table.rows[start:])
    for row in table.rows[: max(start - 1, 0)]:
        reader.title(row)
    how: tuple[str, ...] = ()
    for row in table.rows[start:]:
        filled = [cell for cell in row if cell.lines]
        if len(filled) == 1 and (said := methods_in_prose(filled[0].text)):
            how = said
            reader.rest.append(filled[0].text)
        else:
            reader.read(row)
    headers = table.rows[max(start - 1, 0) : start]
    reader.rest += [c.text for row in headers for c in row if says_more_than_name(c)]
    criteria = assessed(reader.criteria, how)
    weights = "\n".join(reader.weights)
    return Found(criteria, [text for text in (*reader.rest, weights) if text], columns)


def parted(table: Table) -> tuple[Table, tuple[Row, ...]]:
    """Return the rows above the heading of another part, and those from it on."""
    for number, row in enumerate(table.rows[1:], 1):
        filled = [cell for cell in row if cell.lines and not cell.above]
        across = len(filled) == 1 and filled[0].span == table.width > 1
        name = filled[0].text if across else ""
        part = "" if names_category(name) else section_of(name)
        if part in ("statement", "other", "duties", *LONG):
            return Table(table.rows[:number]), table.rows[number:]
    return table, ()


def _with_levels_across(table: Table) -> Table:
    """Return a table of which each row is a level and each column a category, turned round."""
    header, *rows = table.rows
    names = [cell.text for cell in header[1:]]
    levels = {level_of(row[0].text) for row in rows if row}
    if len(rows) < 2 or not {True, False} <= levels or not names or not all(names):
        return table
    whole = all(len(row) == len(header) for row in rows)
    return (
        Table(tuple(zip(*table.rows, strict=True)))
        if whole and all(map(names_category, names))
        else table
    )


def _apart(row: Row) -> tuple[Row, ...]:
    """Return a row whose cells begin with the name of their level as two: names, then criteria."""
    levels = [level_of(cell.lines[0].rstrip(":")) if cell.lines else None for cell in row]
    if not {True, False} <= set(levels) or not any(len(cell.lines) > 1 for cell in row):
        return (row,)
    each = list(zip(row, levels, strict=True))
    return (
        tuple(replace(c, paragraphs=() if one is None else c.lines[:1]) for c, one in each),
        tuple(c if one is None else replace(c, paragraphs=c.lines[1:]) for c, one in each),
    )
