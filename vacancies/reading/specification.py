"""Person specification tables, wherever they say what is essential and how it is assessed.

The level of a criterion may stand in the name of its column, in a cell of its row ("Essential",
"E", "E1"), in a mark below the name of a column, in a row of its own above it or in its own words.
What a table does not show is None: the person is asked, nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vacancies.reading.blocks import Table
from vacancies.reading.columns import Columns, columns_of, names_of, with_methods, without_levels
from vacancies.reading.old_job import OldCriterion
from vacancies.reading.rows import Rows


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
    start, columns = columns_of(table, inside)
    if columns is None and before and before.width == table.width:
        start, columns = int(names_of(table.rows[0]) == before.names), before
    if columns is None and inside:
        start, columns = without_levels(table, level_above=essential is not None)
    if columns is None:
        return Found()
    columns = replace(columns, key={**(key or {}), **columns.key})
    columns = with_methods(table.rows[start:], columns)
    reader = Rows(columns, category, essential, table.rows[start:])
    for row in table.rows[: max(start - 1, 0)]:
        reader.title(row)
    for row in table.rows[start:]:
        reader.read(row)
    return Found(reader.criteria, [text for text in reader.rest if text], columns)
