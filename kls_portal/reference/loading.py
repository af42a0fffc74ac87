"""Loading one row of shipped data, never over an editor's correction."""

import hashlib
import json
from typing import Any

from kls_portal.reference.models import LoadedRow

ADDED, CHANGED, SAME, KEPT = "added", "changed", "the same", "kept as an editor left them"


def load_row(model: type[LoadedRow], code: str, fields: dict[str, Any]) -> str:
    """Bring the row with this code up to `fields`, unless somebody changed it since."""
    row = model._default_manager.filter(code=code).first()
    wanted = digest(fields)
    if row and is_corrected(row, fields):
        return KEPT
    if row and row.loaded == wanted:
        return SAME
    _, made = model._default_manager.update_or_create(
        code=code, defaults={**fields, "loaded": wanted}
    )
    return ADDED if made else CHANGED


def retired_codes(model: type[LoadedRow]) -> set[str]:
    """Return the codes of the rows that an editor took out of use: loading leaves them alone."""
    rows: Any = model._default_manager
    return set(rows.filter(in_use=False).values_list("code", flat=True))


def is_corrected(row: LoadedRow, fields: dict[str, Any]) -> bool:
    """Whether the stored values are other than those last loaded."""
    return row.loaded != digest(now(row, fields))


def now(row: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """Return what the row holds for each of `fields`."""
    return {name: getattr(row, name) for name in fields}


def digest(values: dict[str, Any]) -> str:
    """Return the digest by which loaded values are known again."""
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
