"""Loading of shipped data field by field, without overwriting an editor's corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.db.models import Field, JSONField, TextField

from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.models import Fact, ShippedRow
from kls_portal.reference.shipped_facts import shipped_facts

ADDED, UPDATED, UNCHANGED, KEPT = "added", "updated", "unchanged", "kept as edited"
GONE = "no longer shipped"
Values = Mapping[str, Any]


def tally(outcomes: Counter[str]) -> str:
    """Return numbers of outcomes such as “3 added, 40 unchanged”, or “none”."""
    order = (ADDED, UPDATED, UNCHANGED, KEPT, GONE)
    return ", ".join(f"{outcomes[what]} {what}" for what in order if outcomes[what]) or "none"


def number_changed(counts: Iterable[Counter[str]]) -> int:
    """Return how many rows were added or updated."""
    return sum(outcomes[what] for outcomes in counts for what in (ADDED, UPDATED))


@dataclass(frozen=True)
class Related:
    """A value of a row stored in other tables: how to read it, and write it once the row exists.

    It consists of strings, numbers and lists of them.
    """

    read: Callable[[Any], Any]
    write: Callable[[Any, Any], object]


@dataclass(frozen=True)
class Merge:
    """The new value of each field of a row, what to remember as loaded, and the outcome."""

    values: dict[str, Any]
    shipped: dict[str, Any]
    outcome: str


def load_rows(model: type[ShippedRow], rows: Mapping[str, Values]) -> Iterator[str]:
    """Update the rows of a model to the values given by code; yield the outcome for each."""
    kept: Any = model
    stored = {row.code: row for row in kept.objects.filter(code__in=rows)}
    for code, values in rows.items():
        yield load(stored.get(code) or kept(code=code), values)


def load_values(
    model: type[ShippedRow], values: Iterable[Any], **otherwise: Callable[[Any], Any]
) -> Iterator[str]:
    """Update the rows of a model to shipped values; yield the outcome for each.

    A row is known by the `code` of a value, or else its `id`. Columns: see `columns_of`; `place` is
    the position among the values. otherwise: functions that compute other columns, by name.
    """
    has_place = any(one.name == "place" for one in model._meta.concrete_fields)
    rows: dict[str, dict[str, Any]] = {}
    for place, value in enumerate(values, start=1):
        held = columns_of(model, value)
        held |= {name: make(value) for name, make in otherwise.items()}
        rows[getattr(value, "code", None) or value.id] = held | (
            {"place": place} if has_place else {}
        )
    return load_rows(model, rows)


def columns_of(model: type[ShippedRow], value: Any) -> dict[str, Any]:
    """Return the columns of a model, but for keys, that take the attribute with the same name.

    A tuple is a list in JSON, lines in a long text and comma-separated in a short one.
    """
    return {
        one.name: _as_column(one, getattr(value, one.name))
        for one in model._meta.concrete_fields
        if hasattr(value, one.name) and one.name not in _NOT_LOADED and not one.is_relation
    }


_NOT_LOADED = {"id", "code", "shipped"}


def _as_column(column: Field[Any, Any], value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if isinstance(column, JSONField):
        return list(value)
    return ("\n" if isinstance(column, TextField) else ",").join(value)


def load(
    row: ShippedRow, values: Values, related: Mapping[str, Related] = MappingProxyType({})
) -> str:
    """Update a row to `values`, field by field, and return the outcome. See `merge`.

    related: the values stored in other tables, by name.
    """
    held = held_by(row, values, related)
    made = merge(row.shipped, held, values)
    if made.outcome in {ADDED, UPDATED} or made.shipped != row.shipped:
        for name in made.values.keys() - related.keys():
            setattr(row, name, made.values[name])
        row.shipped = made.shipped
        row.save()
        for name, part in related.items():
            if made.values[name] != held.get(name):
                part.write(row, made.values[name])
    return made.outcome


def held_by(
    row: ShippedRow, names: Values, related: Mapping[str, Related] = MappingProxyType({})
) -> dict[str, Any]:
    """Return what a row holds for each of `names`; empty if it is not stored yet."""
    if row.pk is None:
        return {}
    return {
        name: related[name].read(row) if name in related else getattr(row, name) for name in names
    }


def merge(shipped: Values, held: Values, values: Values) -> Merge:
    """Return the result of loading `values` into a row that holds `held`.

    shipped: what was last loaded into each field. A field that holds anything else was corrected
    and stays; a field that was never loaded is new, and is updated. A row into which nothing was
    loaded is an editor's own: it stays as it is, unless it has the same values.
    """
    new = plain(values)
    if not held:
        return Merge(dict(values), new, ADDED)
    now = plain(held)
    if not shipped and now != new:
        return Merge(dict(held), {}, KEPT)
    is_kept = {name for name in values if now[name] != shipped.get(name, now[name])}
    new_values = {name: held[name] if name in is_kept else values[name] for name in values}
    if plain(new_values) != now:
        return Merge(new_values, new, UPDATED)
    return Merge(dict(held), new, KEPT if now != new else UNCHANGED)


def plain(value: Any) -> Any:
    """Return a value as JSON holds it: dates as strings, tuples as lists, lines as shipped.

    A browser sends back every line of a form with another line break, which is no correction.
    """
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return value


@transaction.atomic
def load_facts() -> Counter[str]:
    """Load every shipped fact without overwriting corrections; count the outcomes.

    A value that no longer ships is deleted, unless an editor changed it.
    """
    shipped = shipped_facts()
    done = Counter(load_values(Fact, shipped.values()))
    for row in Fact.objects.exclude(code__in=shipped):
        if row.shipped and plain(held_by(row, row.shipped)) == row.shipped:
            row.delete()
            done[GONE] += 1
    if done.keys() - {UNCHANGED, KEPT}:
        invalidate_public_cache()  # what is loaded next rests on these facts
        transaction.on_commit(invalidate_public_cache)
    return done
