"""Shipped facts: TOML files registered by the apps, read and checked. Pure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kls_portal.calendar.working_days import months_after
from kls_portal.reference.dated import CHECKED, STRENGTHS, UNITS, fact_faults
from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

KEYS = {
    "id": Key(str, 60),
    "what": Key(str, 200),
    "value": Key(str, 300, default=""),
    "values": Key(dict, default={}),
    "unit": Key(str, 20, default=""),
    "nations": Key(list, default=[]),
    "since": Key(date, default=None),
    "until": Key(date, default=None),
    "source": Key(str),
    "address": Key(str, 500, default=""),
    "read_on": Key(date, default=None),
    "strength": Key(str, 20),
    "is_original": Key(bool, default=True),
    "review_by": Key(date, default=None),
    "note": Key(str, default=""),
    "lasts": Key(bool, default=False),
}
_FOR_A_YEAR = {"law", "nhs-terms", "national", "published"}
_files: list[Path] = []


def register_facts(file: Path) -> None:
    """Register a TOML file of shipped facts; registering it twice has no effect."""
    if file not in _files:
        _files.append(file)


def shipped_facts() -> dict[str, dict[str, Any]]:
    """Return the fields of every fact in the registered files, by code. See `read_facts`."""
    return {code: fields for file in _files for code, fields in read_facts(file)}


def read_facts(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the code and the fields of each fact in the `[[facts]]` tables of a file.

    `values` instead of `value` makes several facts of one table: each key is appended to the name,
    and replaces the braces in `what`, with a space for each hyphen. The code of a value combines
    its name, its nations and the day on which it begins.
    Law, terms and guidance must be read again within a year, unless one `lasts`. Raises
    WrongContentError for the first invalid fact.
    """
    codes: set[str] = set()
    for start, given in read_tables(file, "facts"):
        for fields in _each(check_keys(file, given, KEYS, start)):
            since = f"{fields['since']:%Y-%m-%d}" if fields["since"] else ""
            parts = (fields["name"], *(one.lower() for one in fields["nations"]), since)
            code = "-".join(filter(None, parts))
            if fault := _fault(fields) or (code in codes and "it is there twice"):
                raise WrongContentError(file, start, f"the fact “{fields['name']}”: {fault}.")
            codes.add(code)
            yield code, fields


def _each(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    name, values, lasts = (fields.pop(one) for one in ("id", "values", "lasts"))
    if fields["read_on"] and fields["strength"] in _FOR_A_YEAR and not lasts:
        fields["review_by"] = fields["review_by"] or months_after(fields["read_on"], 12)
    if not values:
        yield fields | {"name": name}
    for key, value in values.items():
        what = fields["what"].replace("{}", key.replace("-", " "))
        yield fields | {"name": f"{name}-{key.lower()}", "what": what, "value": str(value)}


def _fault(fields: dict[str, Any]) -> str:
    if not fields["value"]:
        return "it has no value"
    for name, known in (("unit", UNITS), ("strength", STRENGTHS)):
        if fields[name] not in known:
            return f"“{fields[name]}” is no {name}; use {', '.join(filter(None, known))}"
    faults = fact_faults(**{name: fields[name] for name in CHECKED})
    return next((f"{name}: {said}".rstrip(".") for name, said in faults.items()), "")
