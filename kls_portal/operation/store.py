"""The store that all processes share: counters, one-time keys and the site version.

It is a table of the database, or Redis if STORE_URL is set. Nothing is evicted before it expires,
and `add` and `incr` are atomic. Each night, what has expired is deleted, sessions and stored pages
likewise.
"""

import pickle
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.redis import RedisCache
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from kls_portal.operation.forgiving import Forgiving, PageFiles
from kls_portal.operation.models import LONGEST_KEY, StoredValue

TABLE = StoredValue._meta.db_table
VALUE = StoredValue._meta.get_field("value")
NUMBERS = range(-(2**63), 2**63)
# Each of these is one statement, so that the database decides which process comes first.
PUT = f"""
    INSERT INTO {TABLE} (key, number, value, ends_at) VALUES (%s, %s, %s, %s)
    ON CONFLICT (key) DO UPDATE
    SET number = excluded.number, value = excluded.value, ends_at = excluded.ends_at
"""  # noqa: S608  the name of our own table
PUT_UNLESS_THERE = f"{PUT} WHERE {TABLE}.ends_at <= %s RETURNING key"
COUNT = f"""
    UPDATE {TABLE} SET number = number + %s
    WHERE key = %s AND number IS NOT NULL AND (ends_at IS NULL OR ends_at > %s) RETURNING number
"""  # noqa: S608


class Table(BaseCache):
    """Django's cache in a table, without culling and with atomic counting."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with _apart():
            row = self._live_rows(key, version).values_list("number", "value").first()
        if row is None:
            return default
        number, value = row
        return number if value is None else pickle.loads(value)  # noqa: S301  our own table

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        _answer(PUT, self._stored_row(key, value, timeout, version))

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Store a value unless the key exists; of several concurrent callers only one gets True."""
        row = self._stored_row(key, value, timeout, version)
        return bool(_answer(PUT_UNLESS_THERE, (*row, time.time())))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add to a number and return it. Raises ValueError if there is none."""
        rows = _answer(COUNT, (delta, self._name(key, version), time.time()))
        if not rows:
            raise ValueError(f"Key '{key}' not found")
        return rows[0][0]

    def delete(self, key: str, version: int | None = None) -> bool:
        with _apart():
            return bool(self._live_rows(key, version).delete()[0])

    def clear(self) -> None:
        with _apart():
            StoredValue.objects.all().delete()

    def _live_rows(self, key: str, version: int | None) -> QuerySet[StoredValue]:
        lasting = Q(ends_at=None) | Q(ends_at__gt=time.time())
        return StoredValue.objects.filter(lasting, key=self._name(key, version))

    def _stored_row(
        self, key: str, value: Any, timeout: Any, version: int | None
    ) -> tuple[Any, ...]:
        is_number = type(value) is int and value in NUMBERS
        kept = None if is_number else VALUE.get_db_prep_value(pickle.dumps(value), connection)
        ends_at = self.get_backend_timeout(timeout)
        return self._name(key, version), value if is_number else None, kept, ends_at

    def _name(self, key: str, version: int | None) -> str:
        """Return the key as stored; a digest if the database cannot hold it."""
        name = self.make_key(key, version)
        if len(name) <= LONGEST_KEY and name.isprintable():
            return name
        return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


class TableStore(Forgiving, Table):
    """The table, with errors counting as misses."""


class RedisStore(Forgiving, RedisCache):
    """Redis, with errors counting as misses."""


def _answer(statement: str, values: Sequence[Any]) -> list[Any]:
    with _apart(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def _apart() -> AbstractContextManager[Any]:
    """Return a savepoint if a transaction is open, so that an error here does not break it."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()


def forget_sessions(now: datetime) -> Iterator[str]:
    """Delete expired sessions; signing out deletes one at once."""
    if gone := Session.objects.filter(expire_date__lte=now).delete()[0]:
        yield f"Sessions that ended: {gone} deleted."


def sweep_store(now: datetime) -> Iterator[str]:
    """Delete expired counters and one-time keys. Redis does so itself."""
    if gone := StoredValue.objects.filter(ends_at__lte=now.timestamp()).delete()[0]:
        yield f"Counters and one-time keys that ended: {gone} deleted."


def sweep_pages(_now: datetime) -> Iterator[str]:
    """Delete expired stored pages, by the system clock."""
    pages = caches["pages"]
    if gone := pages.sweep() if isinstance(pages, PageFiles) else 0:
        yield f"Stored pages that ended: {gone} deleted."
