"""Shipped data in TOML, dated facts among them: read strictly into dataclasses. Pure."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kls_portal.calendar.working_days import months_after
from kls_portal.plain_values import WrongValuesError, from_plain, from_row
from kls_portal.reference.dated import STRENGTHS, UNITS, DatedFact, fact_faults

_PLACE = re.compile(r"\s{0,9}\(at line (\d{1,9}), column \d{1,9}\)")
Row = TypeVar("Row")


class WrongContentError(ValueError):
    """A content file that cannot be loaded. The message is one sentence with file and line."""

    def __init__(self, file: Path, line: int, what: str) -> None:
        super().__init__(f"{file.name}, line {line}: {what}")
        self.place = (file.name, line)


def read_text(file: Path) -> str:
    """Return the text of a file. Raises WrongContentError if it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise WrongContentError(file, line, "the text is not UTF-8.") from error


def read_toml(file: Path, text: str, lines_before: int = 0) -> dict[str, Any]:
    """Return the TOML in `text`, which begins after `lines_before` lines of the file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        what = _PLACE.sub("", str(error)).replace(" (at end of document)", "")
        raise WrongContentError(file, line + lines_before, f"this is not TOML ({what}).") from error


def read_tables(file: Path, name: str, kind: type[Row], *models: Any) -> Iterator[tuple[int, Row]]:
    """Yield each `[[name]]` table as a dataclass, with the line on which it begins.

    models: see `structured`. Raises WrongContentError.
    """
    text = read_text(file)
    facts = read_toml(file, text)
    heading = re.compile(rf"\s*\[\[\s*{name}\s*\]\]")
    starts = [at for at, line in enumerate(text.splitlines(), 1) if heading.match(line)]
    tables = facts.pop(name, [])
    if facts or len(starts) != len(tables):
        raise WrongContentError(file, 1, f"only tables that begin with [[{name}]] may be here.")
    for start, given in zip(starts, tables, strict=True):
        yield start, structured(file, kind, given, start, *models)


def structured(
    file: Path,
    kind: type[Row],
    given: Mapping[str, Any],
    line_of: Callable[[str], int] | int,
    *models: Any,
) -> Row:
    """Return values of a file as a dataclass, with texts trimmed.

    line_of: returns the line of a key, or is one line for them all. models: Django models whose
    columns of the same names limit the length of texts; a key `id` is the column `code`.
    Raises WrongContentError, which names the key.
    """
    line = line_of if callable(line_of) else lambda _: line_of
    trimmed = _trimmed(given)
    try:
        value = from_plain(kind, trimmed)
    except WrongValuesError as error:
        what = f"“{error.field}”: {error.first}."
        raise WrongContentError(file, line(error.field), what) from error
    limits = {one.name: one.max_length for model in models for one in model._meta.concrete_fields}
    for key, text in _texts(trimmed):
        longest = limits.get("code" if key == "id" else key)
        if longest and len(text) > longest:
            raise WrongContentError(file, line(key), f"“{key}” is over {longest} characters.")
    return value


def _trimmed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _trimmed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_trimmed(one) for one in value]
    return value.strip() if isinstance(value, str) else value


def _texts(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, str):
            yield key, value
        for row in value if isinstance(value, list) else ():
            if isinstance(row, Mapping):
                yield from _texts(row)


def line_of(text: str, key: str) -> int:
    """Return the line of a key, or the first line if it is missing."""
    lines = enumerate(text.splitlines(), 1)
    return next((at for at, line in lines if re.match(rf"{re.escape(key)}\s*=", line)), 1)


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
    WrongContentError for the first invalid fact.
    """
    codes: set[str] = set()
    for start, row in read_tables(file, "facts", _FactRow):
        for one in _each(row):
            if fault := _fault(one) or (one.code in codes and "it is there twice"):
                raise WrongContentError(file, start, f"the fact “{one.name}”: {fault}.")
            codes.add(one.code)
            yield one


def _each(row: _FactRow) -> Iterator[DatedFact]:
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


def _fault(fact: DatedFact) -> str:
    if not fact.value:
        return "it has no value"
    for name, known in (("unit", UNITS), ("strength", STRENGTHS)):
        if getattr(fact, name) not in known:
            return f"“{getattr(fact, name)}” is no {name}; use {', '.join(filter(None, known))}"
    return next((f"{name}: {said}".rstrip(".") for name, said in fact_faults(fact).items()), "")
