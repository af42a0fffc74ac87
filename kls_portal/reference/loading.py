"""Loading one row of shipped data, never over an editor's correction."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.fact_files import shipped_facts
from kls_portal.reference.models import Fact, LoadedRow, ShippedRow

ADDED, UPDATED, UNCHANGED, KEPT = "added", "updated", "unchanged", "kept as edited"


def load_row(model: type[LoadedRow], code: str, fields: dict[str, Any]) -> str:
    """Bring the row with this code up to `fields`, unless somebody changed it since."""
    row = model._default_manager.filter(code=code).first()
    wanted = digest(fields)
    if row and is_corrected(row, fields):
        return KEPT
    if row and row.loaded == wanted:
        return UNCHANGED
    _, made = model._default_manager.update_or_create(
        code=code, defaults={**fields, "loaded": wanted}
    )
    return ADDED if made else UPDATED


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


def load(model: type[ShippedRow], code: str, values: Mapping[str, Any]) -> str:
    """Bring the row with this code up to `values`, field by field, and return what became of it.

    A field that no longer holds what was last loaded into it was corrected, and stays. A field
    that was never loaded is a new one, and follows. A row that an editor made stays as it is.
    """
    rows: Any = model._default_manager
    row = rows.filter(code=code).first()
    is_new = row is None
    row = row or rows.model(code=code)
    if not is_new and not row.shipped:
        return KEPT
    is_changed = is_kept = False
    for name, value in values.items():
        held = plain(getattr(row, name))
        if held == plain(value):
            continue
        if is_new or held == row.shipped.get(name, held):
            setattr(row, name, value)
            is_changed = True
        else:
            is_kept = True
    shipped = {name: plain(value) for name, value in values.items()}
    if is_new or is_changed or shipped != row.shipped:
        row.shipped = shipped
        row.save()
    if is_new:
        return ADDED
    return UPDATED if is_changed else KEPT if is_kept else UNCHANGED


def plain(value: Any) -> Any:
    """Return a value as JSON holds it: days as texts, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def is_as_shipped(row: ShippedRow) -> bool:
    """Whether the row came with the portal and nobody corrected it."""
    held = row.shipped.items()
    return bool(held) and all(plain(getattr(row, name)) == value for name, value in held)


@transaction.atomic
def load_facts() -> Counter[str]:
    """Load every shipped fact, never over a correction; return what became of each.

    A value that no longer ships is deleted, unless an editor changed it.
    """
    shipped = shipped_facts()
    done = Counter(load(Fact, code, fields) for code, fields in shipped.items())
    for row in Fact.objects.exclude(code__in=shipped):
        if is_as_shipped(row):
            row.delete()
            done["no longer shipped"] += 1
    if done[ADDED] or done[UPDATED] or done["no longer shipped"]:
        invalidate_public_cache()  # what is loaded next rests on these facts
        transaction.on_commit(invalidate_public_cache)
    return done
