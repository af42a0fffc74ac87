"""Numbers that no row can have: SQLite stops with an error where it is asked for one.

Django leaves them out where a number is compared with one number. It does not where one is looked
for in a list (`__in`: boxes to tick, the rows chosen in the admin), nor where it is the key of
another row (filters of the admin).
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
"""The largest number that a column of any kind holds, on either database."""


def is_storable(value: Any) -> bool:
    """Whether a column can hold the value, as far as its size goes."""
    return not isinstance(value, int) or -LARGEST <= value <= LARGEST


def storable(lookup: Any) -> None:
    """Leave out of a lookup in a list what no column can hold: nothing is equal to it."""
    if lookup.rhs_is_direct_value():
        lookup.rhs = [one for one in lookup.rhs if is_storable(one)]


@IntegerField.register_lookup
class StorableIn(In):  # type: ignore[type-arg]
    """`__in` for whole numbers."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Return the SQL and the parameters of the list. Raises EmptyResultSet for an empty one."""
        storable(self)
        return super().process_rhs(compiler, connection)


@ForeignObject.register_lookup
class StorableRelatedIn(RelatedIn):
    """`__in` for keys of other rows."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Return the SQL and the parameters of the list. Raises EmptyResultSet for an empty one."""
        storable(self)
        return super().process_rhs(compiler, connection)


def compared_with_a_key(lookup: Any) -> Any:
    """Return the lookup that finds nothing for a key that no row can have."""

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
