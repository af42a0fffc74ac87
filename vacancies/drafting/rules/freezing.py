"""A draft as plain JSON values and back, so that a version can be kept and read years later.

The values carry the number of their format. Reading is tolerant: what an older format leaves out is
empty, what is not understood is left out, and nothing raises.
"""

from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from vacancies.drafting.fields import FIELDS, Draft
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import Kind
from vacancies.profiles.rules.evidence import (
    EvidenceSheet,
    freeze_sheet,
    stored_date,
    stored_number,
    stored_text,
)

DATES = {one.name for one in FIELDS if one.kind is Kind.DATE}
FORMAT = 2
"""0: the bare draft. 1: {"format", "draft"}. 2: with "sheet", the panel's evidence sheet."""


def freeze(draft: Draft, sheet: EvidenceSheet | None = None) -> dict[str, Any]:
    """Return values that JSON holds: {"format": 2, "draft": {…}, "sheet": {…} or None}.

    Dates are "YYYY-MM-DD", hours a string such as "37.5", rows lists of dictionaries. An example
    for others is frozen without its sheet. `frozen_sheet.thaw_sheet` reads the sheet.
    """
    return {
        "format": FORMAT,
        "draft": {name: _json_of_field(value) for name, value in _items(draft)},
        "sheet": freeze_sheet(sheet) if sheet else None,
    }


def thaw(content: object) -> Draft:
    """Return the draft that `content` holds. `thaw(freeze(draft)) == draft` for every draft.

    Format 0 was the bare draft without its envelope. Whatever is missing or of the wrong type is
    read as not written.
    """
    outer = content if isinstance(content, dict) else {}
    stored = outer.get("draft", outer)
    values = stored if isinstance(stored, dict) else {}
    read = {
        field.name: _field_from_json(field.name, values.get(field.name)) for field in fields(Draft)
    }
    return Draft(**read)


def is_drafted(draft: Draft) -> bool:
    """Whether there is anything to freeze: a purpose, a duty or a criterion."""
    return bool(draft.purpose.strip() or draft.duties or draft.criteria)


def _items(draft: Draft) -> list[tuple[str, Any]]:
    return [(field.name, getattr(draft, field.name)) for field in fields(draft)]


def _json_of_field(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [asdict(row) for row in value]
    return value


def _field_from_json(name: str, value: Any) -> Any:
    if name in DATES:
        return stored_date(value)
    if name == "hours":
        return _hours(value)
    if name == "duties":
        return tuple(_duty(row) for row in _rows_with_text(value))
    if name == "criteria":
        return tuple(_criterion(row) for row in _rows_with_text(value))
    return stored_text(value)


def _rows_with_text(value: Any) -> list[dict[str, Any]]:
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict) and stored_text(row.get("text"))]


def _duty(row: dict[str, Any]) -> Duty:
    return Duty(
        id=stored_number(row.get("id")) or 0,
        text=stored_text(row.get("text")),
        group=stored_text(row.get("group")),
        share=stored_number(row.get("share")),
        area=stored_text(row.get("area")),
    )


def _criterion(row: dict[str, Any]) -> Criterion:
    return Criterion(
        id=stored_number(row.get("id")) or 0,
        category=stored_text(row.get("category")),
        essential=row.get("essential") is not False,
        text=stored_text(row.get("text")),
        assessed_by=tuple(m for m in _list(row.get("assessed_by")) if isinstance(m, str)),
        duties=tuple(
            number for d in _list(row.get("duties")) if (number := stored_number(d)) is not None
        ),
    )


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _hours(value: Any) -> Decimal | None:
    try:
        hours = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None
    return hours if hours is not None and hours.is_finite() else None
