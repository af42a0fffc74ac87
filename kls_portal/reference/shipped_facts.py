"""The dated facts that come with the portal, read from TOML. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kls_portal.calendar.working_days import months_after
from kls_portal.plain_values import from_row, rows_in
from kls_portal.reference.dated import DatedFact


@dataclass(frozen=True, kw_only=True)
class _FactRow(DatedFact):
    """A table of facts. See `read_facts` for `values` and for `lasts`."""

    id: str
    source: str = field()
    strength: str = field()
    name: str = ""
    value: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    lasts: bool = False


_FOR_A_YEAR = {"law", "nhs-terms", "national", "published"}
FACT_FILES: list[Path] = []
"""The TOML files of shipped facts, which apps append."""


def shipped_facts() -> dict[str, DatedFact]:
    """Return every fact in FACT_FILES, by code. See `read_facts`."""
    return {one.code: one for file in FACT_FILES for one in read_facts(file)}


def read_facts(file: Path) -> Iterator[DatedFact]:
    """Yield each fact in the `[[facts]]` tables of a file.

    `values` instead of `value` makes several facts of one table: each key is appended to the name,
    and replaces the braces in `what`, with a space for each hyphen. The code of a value combines
    its name, its nations and the day on which it begins.
    Law, terms and guidance must be read again within a year, unless one `lasts`. Raises
    WrongValuesError.
    """
    for row in rows_in(file, "facts", _FactRow):
        review_by = row.review_by
        if row.read_on and row.strength in _FOR_A_YEAR and not row.lasts:
            review_by = review_by or months_after(row.read_on, 12)
        since = f"{row.since:%Y-%m-%d}" if row.since else ""
        for key, value in row.values.items() or [("", row.value)]:
            name = f"{row.id}-{key.lower()}" if key else row.id
            yield from_row(
                DatedFact,
                row,
                code="-".join(filter(None, (name, *map(str.lower, row.nations), since))),
                name=name,
                what=row.what.replace("{}", key.replace("-", " ")) if key else row.what,
                value=str(value),
                review_by=review_by,
            )
