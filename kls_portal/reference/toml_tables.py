"""Shipped data in TOML, dated facts among them: read, and checked against expected keys. Pure."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kls_portal.calendar.working_days import months_after
from kls_portal.reference.dated import CHECKED, STRENGTHS, UNITS, fact_faults

_PLACE = re.compile(r"\s{0,9}\(at line (\d{1,9}), column \d{1,9}\)")
Row = TypeVar("Row")
KINDS = {str: "text", int: "a whole number", date: "a date", list: "a list", bool: "true or false"}
KINDS[dict] = "a table"


class WrongContentError(ValueError):
    """A content file that cannot be loaded. The message is one sentence with file and line."""

    def __init__(self, file: Path, line: int, what: str) -> None:
        super().__init__(f"{file.name}, line {line}: {what}")
        self.place = (file.name, line)


@dataclass(frozen=True)
class Key:
    """A key: its type, its maximum length and its default.

    A `default` of ... means that the key is required.
    """

    kind: type
    longest: int | None = None
    default: Any = ...


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


def read_tables(file: Path, name: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the `[[name]]` tables of a file, each with the line on which it begins."""
    text = read_text(file)
    facts = read_toml(file, text)
    heading = re.compile(rf"\s*\[\[\s*{name}\s*\]\]")
    starts = [at for at, line in enumerate(text.splitlines(), 1) if heading.match(line)]
    tables = facts.pop(name, [])
    if facts or len(starts) != len(tables):
        raise WrongContentError(file, 1, f"only tables that begin with [[{name}]] may be here.")
    return list(zip(starts, tables, strict=True))


def check_keys(
    file: Path,
    given: dict[str, Any],
    keys: dict[str, Key],
    line_of: Callable[[str], int] | int,
) -> dict[str, Any]:
    """Return a value for every key of `keys`, with strings trimmed.

    line_of: returns the line of a key, or is one line for them all.
    Raises WrongContentError for a key that is missing, unknown, of the wrong type or too long.
    """
    line = line_of if callable(line_of) else lambda _: line_of
    for key in given.keys() - keys.keys():
        raise WrongContentError(file, line(key), f"“{key}” is not a key that is known.")
    values = {}
    for key, rule in keys.items():
        value = given.get(key, rule.default)
        if value is ...:
            raise WrongContentError(file, line(key), f"“{key}” is missing.")
        if key in given and type(value) is not rule.kind:
            raise WrongContentError(file, line(key), f"“{key}” must be {KINDS[rule.kind]}.")
        if rule.kind is list and not all(isinstance(item, str) for item in value):
            raise WrongContentError(file, line(key), f"“{key}” must contain only texts.")
        values[key] = value.strip() if isinstance(value, str) else value
        if rule.longest and len(values[key]) > rule.longest:
            what = f"“{key}” is over {rule.longest} characters."
            raise WrongContentError(file, line(key), what)
    return values


def read_rows(
    file: Path, name: str, kind: type[Row], longest: Mapping[str, int]
) -> Iterator[tuple[int, Row]]:
    """Yield each `[[name]]` table as a dataclass, with the line on which it begins.

    longest: the maximum length of a string, by field name. A field `code` is `id` in the file.
    Raises WrongContentError.
    """
    keys = {_key_of(name): rule for name, rule in keys_of(kind, longest).items()}
    for start, facts in read_tables(file, name):
        values = check_keys(file, facts, keys, start)
        yield start, kind(**{one: _held(values[_key_of(one)]) for one in keys_of(kind, longest)})


def keys_of(kind: type, longest: Mapping[str, int]) -> dict[str, Key]:
    """Return the rule for the key of each field of a dataclass, by field name."""
    hints, parts = get_type_hints(kind), fields(kind)
    return {
        one.name: Key(
            list if get_origin(hints[one.name]) is tuple else _without_none(hints[one.name]),
            longest.get(one.name),
            ... if one.default is MISSING else _default(one.default),
        )
        for one in parts
    }


def _key_of(field: str) -> str:
    return "id" if field == "code" else field


def _without_none(hint: Any) -> type:
    kind: type = next((one for one in get_args(hint) if one is not NoneType), hint)
    return kind


def _default(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _held(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def line_of(text: str, key: str) -> int:
    """Return the line of a key, or the first line if it is missing."""
    lines = enumerate(text.splitlines(), 1)
    return next((at for at, line in lines if re.match(rf"{re.escape(key)}\s*=", line)), 1)


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
        for one in _each(check_keys(file, given, KEYS, start)):
            since = f"{one['since']:%Y-%m-%d}" if one["since"] else ""
            parts = (one["name"], *(nation.lower() for nation in one["nations"]), since)
            code = "-".join(filter(None, parts))
            if fault := _fault(one) or (code in codes and "it is there twice"):
                raise WrongContentError(file, start, f"the fact “{one['name']}”: {fault}.")
            codes.add(code)
            yield code, one


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
