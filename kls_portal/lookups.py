"""Lookups for integers out of range, for which SQLite raises an error.

Django handles them in a comparison with a single integer, but not in a list (`__in`: checkboxes,
rows selected in the admin), nor as the key of a related row (filters of the admin).
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import ForeignObject, IntegerField
from django.db.models.fields import related_lookups
from django.db.models.lookups import In

LARGEST = 2**63 - 1
"""The largest integer that a column of any type holds, on either database."""


def is_storable(value: Any) -> bool:
    """Whether the value is within the range of an integer column."""
    return not isinstance(value, int) or -LARGEST <= value <= LARGEST


def drop_others(lookup: Any) -> None:
    """Remove from an `__in` lookup the values that no column can hold, as nothing equals them."""
    if lookup.rhs_is_direct_value():
        lookup.rhs = [one for one in lookup.rhs if is_storable(one)]


def find_nothing(lookup: Any) -> None:
    """Raise EmptyResultSet for a lookup of one value that no column can hold."""
    if not is_storable(lookup.rhs):
        raise EmptyResultSet


def storable(lookup: Any, check: Callable[[Any], None]) -> Any:
    """Return the lookup as a subclass that calls `check` before its SQL is made."""

    def process_rhs(self: Any, compiler: Any, connection: Any) -> Any:
        check(self)
        return lookup.process_rhs(self, compiler, connection)

    return type(f"Storable{lookup.__name__}", (lookup,), {"process_rhs": process_rhs})


IntegerField.register_lookup(storable(In, drop_others))
ForeignObject.register_lookup(storable(related_lookups.RelatedIn, drop_others))
for lookup in (
    related_lookups.RelatedExact,
    related_lookups.RelatedGreaterThan,
    related_lookups.RelatedGreaterThanOrEqual,
    related_lookups.RelatedLessThan,
    related_lookups.RelatedLessThanOrEqual,
):
    ForeignObject.register_lookup(storable(lookup, find_nothing))
