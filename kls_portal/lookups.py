"""Lookups for integers out of range, for which SQLite raises an error.

Django handles them in a comparison with a single integer, but not in a list (`__in`: checkboxes,
rows selected in the admin), nor as the key of a related row (filters of the admin).
"""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import ForeignObject, IntegerField
from django.db.models.fields.related_lookups import (
    RelatedExact,
    RelatedGreaterThan,
    RelatedGreaterThanOrEqual,
    RelatedIn,
    RelatedLessThan,
    RelatedLessThanOrEqual,
)
from django.db.models.lookups import In

LARGEST = 2**63 - 1
"""The largest integer that a column of any type holds, on either database."""


def is_storable(value: Any) -> bool:
    """Whether the value is within the range of an integer column."""
    return not isinstance(value, int) or -LARGEST <= value <= LARGEST


def storable(lookup: Any) -> None:
    """Remove from an `__in` lookup the values that no column can hold, as nothing equals them."""
    if lookup.rhs_is_direct_value():
        lookup.rhs = [one for one in lookup.rhs if is_storable(one)]


@IntegerField.register_lookup
class StorableIn(In):  # type: ignore[type-arg]
    """`__in` for integers."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Return the SQL and parameters of the list. Raises EmptyResultSet if it is empty."""
        storable(self)
        return super().process_rhs(compiler, connection)


@ForeignObject.register_lookup
class StorableRelatedIn(RelatedIn):
    """`__in` for keys of related rows."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Return the SQL and parameters of the list. Raises EmptyResultSet if it is empty."""
        storable(self)
        return super().process_rhs(compiler, connection)


def compared_with_a_key(lookup: Any) -> Any:
    """Return a lookup that finds nothing for a key out of range."""

    def process_rhs(self: Any, compiler: Any, connection: Any) -> Any:
        if not is_storable(self.rhs):
            raise EmptyResultSet
        return lookup.process_rhs(self, compiler, connection)

    return type(f"Storable{lookup.__name__}", (lookup,), {"process_rhs": process_rhs})


for lookup in (
    RelatedExact,
    RelatedGreaterThan,
    RelatedGreaterThanOrEqual,
    RelatedLessThan,
    RelatedLessThanOrEqual,
):
    ForeignObject.register_lookup(compared_with_a_key(lookup))
