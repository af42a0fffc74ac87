"""Dataclasses from the plain values of TOML and JSON, and back, with cattrs. Pure.

Shipped files are read strictly: an unknown or missing key or a value of the wrong type is an
error that names it. Stored values are read tolerantly, because versions are read for years.
"""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cattrs import Converter, transform_error

Kind = TypeVar("Kind")
_EXACT = (str, int, bool)


class WrongValuesError(ValueError):
    """Values that do not fit the dataclass, or no TOML. The message names the file and fields."""


def to_plain(value: Any) -> Any:
    """Return a value for JSON: dates as “2027-05-04”, decimals as strings, tuples as lists."""
    return _strict.unstructure(value)


def from_plain(kind: type[Kind], values: object, name: str = "") -> Kind:
    """Return an instance of a dataclass, or of a type such as tuple[Row, ...].

    name: of the file, for the error message. Raises WrongValuesError.
    """
    try:
        return _strict.structure(values, kind)
    except Exception as error:
        faults = transform_error(error, path=name or "values")
        raise WrongValuesError("; ".join(faults)) from error


def from_row(kind: type[Kind], row: object, **given: Any) -> Kind:
    """Return a dataclass from the attributes of a row with the same names; lists become tuples.

    given: values that the row names differently or holds in another form. A field in neither
    keeps its default. Raises TypeError for one without a default.
    """
    for name in _names(kind):  # type: ignore[arg-type]
        if name not in given and (value := getattr(row, name, MISSING)) is not MISSING:
            given[name] = tuple(value) if isinstance(value, list) else value
    return kind(**given)


def read_toml(file: Path, kind: type[Kind]) -> Kind:
    """Return a whole TOML file as a dataclass. Raises WrongValuesError."""
    return from_plain(kind, _values_in(file), file.name)


def rows_in(file: Path, table: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return the `[[table]]` rows of a TOML file. Raises WrongValuesError."""
    rows: Any = tuple[kind, ...]  # type: ignore[valid-type]
    name = f"{file.name}.{table}"
    structured: tuple[Kind, ...] = from_plain(rows, _values_in(file).get(table), name)
    return structured


def _values_in(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise WrongValuesError(f"{file.name}: {error}") from error


class Stored:
    """Reads dataclasses from values that an older release may have stored.

    A field that is missing or of the wrong type has its default; without one it is empty (True for
    a boolean, date.min for a date). Unknown keys are ignored. needed: for each dataclass, the field
    without which a row is left out of its list.
    """

    def __init__(self, needed: Mapping[type, str]) -> None:
        self._needed, self._converter = needed, _converter()
        self._converter.register_structure_hook_func(is_dataclass, self._each_part)
        self._converter.register_structure_hook_func(_is_tuple, self._rows)

    def read(self, kind: type[Kind], values: object) -> Kind:
        """Return an instance of a dataclass; never raises."""
        return self._converter.structure(values if isinstance(values, dict) else {}, kind)

    def _each_part(self, value: Any, kind: Any) -> Any:
        given = value if isinstance(value, dict) else {}
        if kind in self._needed and not given.get(self._needed[kind]):
            raise ValueError(f"a row without {self._needed[kind]}")
        kinds, parts = _hints(kind), {}
        for one in fields(kind):
            with suppress(Exception):
                parts[one.name] = self._converter.structure(given[one.name], kinds[one.name])
            if one.name not in parts and one.default is one.default_factory is MISSING:
                parts[one.name] = self._empty(kinds[one.name])
        return kind(**parts)

    def _rows(self, value: Any, kind: Any) -> Any:
        structured = []
        for row in value if isinstance(value, list | tuple) else ():
            with suppress(Exception):
                structured.append(self._converter.structure(row, get_args(kind)[0]))
        return tuple(structured)

    def _empty(self, kind: Any) -> Any:
        known: dict[Any, Any] = {str: "", int: 0, bool: True, date: date.min}
        if is_dataclass(kind) or _is_tuple(kind):
            return self._converter.structure({}, kind)
        return known.get(kind)


_hints = cache(get_type_hints)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _exactly(value: Any, kind: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


def _list_of(kind: Any) -> Any:
    return list[get_args(kind)[0]]  # type: ignore[misc]


def _listed(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise TypeError(f"{value!r} is not a list")
    return value


def _float_of(value: Any, _: Any) -> float:
    return value if type(value) is int else _exactly(value, float)


def _date_of(value: Any, _: Any) -> date:
    if type(value) is date:
        return value
    return date.fromisoformat(_exactly(value, str))


def _decimal(value: Any, _: Any) -> Decimal:
    try:
        number = Decimal(_exactly(value, str))
    except InvalidOperation:
        raise ValueError(f"{value!r} is not a number") from None
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a number")
    return number


def _converter(**options: Any) -> Converter:
    made = Converter(**options)
    for kind in _EXACT:
        made.register_structure_hook(kind, _exactly)
    made.register_structure_hook(float, _float_of)
    made.register_structure_hook(date, _date_of)
    made.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    made.register_structure_hook(time, lambda value, _: time.fromisoformat(value))
    made.register_structure_hook(Decimal, _decimal)
    made.register_structure_hook_func(
        lambda kind: _is_tuple(kind) and get_args(kind)[-1] is ...,
        lambda value, kind: tuple(made.structure(_listed(value), _list_of(kind))),
    )
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(datetime, datetime.isoformat)
    made.register_unstructure_hook(time, time.isoformat)
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook(tuple, lambda rows: [made.unstructure(row) for row in rows])
    return made


_strict = _converter(forbid_extra_keys=True)
