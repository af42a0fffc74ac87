"""Caches whose faults are misses: a full disk or a foreign folder costs time, and no page."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from time import monotonic
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.db import DatabaseError, InterfaceError, OperationalError

LOGGED_AGAIN_AFTER = 60
"""Seconds for which a fault of one kind is not logged again."""
CULL_EVERY = 50
"""Writes between two looks at how many files there are: listing costs more than writing."""

_logger = logging.getLogger(__name__)
_logged: dict[tuple[str, str], float] = {}


@contextmanager
def forgiven(cache: object) -> Iterator[None]:
    """Log whatever goes wrong inside, and go on behind it."""
    try:
        yield
    except Exception as problem:
        # A disk, a database or a network can fail in any way, and so can a value of an older
        # release that is unpickled.
        kind = (type(cache).__name__, type(problem).__name__)
        if monotonic() - _logged.get(kind, -LOGGED_AGAIN_AFTER) >= LOGGED_AGAIN_AFTER:
            _logged[kind] = monotonic()
            _logger.error("%s does not work, and is passed over: %s", kind[0], problem)


class Forgiving:
    """Before any cache of Django: a value that cannot be read is not there; one that cannot be
    stored is not stored. What cannot be counted is told as in Django: ValueError.
    """

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return the value, or `default` where there is none or it cannot be read."""
        with forgiven(self):
            return super().get(key, default, version)  # type: ignore[misc]
        return default

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Store the value, if that can be done."""
        with forgiven(self):
            super().set(key, value, timeout, version)  # type: ignore[misc]

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Store the value unless the key is there. True too where nothing can be stored.

        Work that a one-time key guards is then done, as if nobody had done it before.
        """
        with forgiven(self):
            return super().add(key, value, timeout, version)  # type: ignore[misc]
        return True

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add to a number and return it. Raises ValueError where there is none to be had."""
        missing: ValueError | None = None
        with forgiven(self):
            try:
                return super().incr(key, delta, version)  # type: ignore[misc]
            except ValueError as problem:
                missing = problem
        raise missing or ValueError(f"Key '{key}' not found")

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Give a key another time to end at; return whether it was there."""
        with forgiven(self):
            return super().touch(key, timeout, version)  # type: ignore[misc]
        return False

    def delete(self, key: str, version: int | None = None) -> bool:
        """Delete a key; return whether it was there."""
        with forgiven(self):
            return super().delete(key, version)  # type: ignore[misc]
        return False

    def has_key(self, key: str, version: int | None = None) -> bool:
        """Whether a key is there."""
        with forgiven(self):
            return super().has_key(key, version)  # type: ignore[misc]
        return False

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        """Return those that are there and can be read."""
        with forgiven(self):
            return super().get_many(keys, version)  # type: ignore[misc]
        return {}

    def set_many(
        self,
        data: Mapping[str, Any],
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> list[str]:
        """Store several; return the keys that were not stored, as far as that is known."""
        with forgiven(self):
            return super().set_many(data, timeout, version)  # type: ignore[misc]
        return list(data)

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        """Delete several, if that can be done."""
        with forgiven(self):
            super().delete_many(keys, version)  # type: ignore[misc]

    def clear(self) -> None:
        """Delete everything, if that can be done."""
        with forgiven(self):
            super().clear()  # type: ignore[misc]

    def close(self, **kwargs: Any) -> None:
        """Let go of connections."""
        with forgiven(self):
            super().close(**kwargs)  # type: ignore[misc]


class PageFiles(Forgiving, FileBasedCache):
    """Files in a folder: stored pages, and whatever else can be made again."""

    writes = count()

    def _createdir(self) -> None:
        # Asked for whenever the cache is opened: without its folder everything is a miss.
        with suppress(OSError):
            super()._createdir()  # type: ignore[misc]

    def _cull(self) -> None:
        if next(self.writes) % CULL_EVERY == 0:
            super()._cull()  # type: ignore[misc]

    def sweep(self) -> int:
        """Delete the files whose time is over or that hold nonsense; return their number."""
        return sum(self._swept(name) for name in self._list_cache_files())  # type: ignore[attr-defined]

    def _swept(self, name: str) -> bool:
        try:
            with open(name, "rb") as file:
                return self._is_expired(file)  # type: ignore[attr-defined]
        except OSError:
            return False
        except Exception:
            # Whatever stands there, no page can be read from it.
            with suppress(OSError):
                return self._delete(name)  # type: ignore[attr-defined]
            return False


def is_database_down(problem: BaseException | None) -> bool:
    """Whether an exception, or one that it came from, says that the database cannot be used now.

    It is away, full, locked, damaged, or the connection broke. A statement that is wrong is a
    fault of ours and none of these; drivers have classes of their own for it.
    """
    while problem is not None:
        if isinstance(problem, OperationalError | InterfaceError) or type(problem) is DatabaseError:
            return True
        problem = problem.__cause__ or problem.__context__
    return False
