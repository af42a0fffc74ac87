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


class StorableList:
    """A lookup in a list, from which numbers are left out that nothing is equal to."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Return the SQL and the parameters of the list. Raises EmptyResultSet for an empty one."""
        if self.rhs_is_direct_value():
            self.rhs = [one for one in self.rhs if is_storable(one)]
        return super().process_rhs(compiler, connection)


@IntegerField.register_lookup
class StorableIn(StorableList, In):
    """`__in` for whole numbers."""


@ForeignObject.register_lookup
class StorableRelatedIn(StorableList, RelatedIn):
    """`__in` for keys of other rows."""


class StorableKey:
    """A comparison with the key of another row; nothing is found for one that none can have."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Return the SQL and the parameters. Raises EmptyResultSet for a key that none has."""
        if not is_storable(self.rhs):
            raise EmptyResultSet
        return super().process_rhs(compiler, connection)


for lookup in (
    RelatedExact,
    RelatedGreaterThan,
    RelatedGreaterThanOrEqual,
    RelatedLessThan,
    RelatedLessThanOrEqual,
):
    ForeignObject.register_lookup(type(f"Storable{lookup.__name__}", (StorableKey, lookup), {}))
