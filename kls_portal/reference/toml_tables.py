"""Shipped data in TOML: read, and checked against the expected keys. Pure."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

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
