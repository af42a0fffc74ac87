"""Caches whose errors count as misses: a full disk or unreadable folder costs only time."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from time import monotonic
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache
from django.db import DatabaseError, InterfaceError, OperationalError

from kls_portal.operation.lines import chain

LOGGED_AGAIN_AFTER = 60
"""Seconds before an error of the same type is logged again."""
CULL_EVERY = 50
"""Writes between two checks of the number of files: listing costs more than writing."""

_logger = logging.getLogger(__name__)
_logged: dict[tuple[str, str], float] = {}


@contextmanager
def forgiven(cache: object) -> Iterator[None]:
    """Log any exception raised inside, and suppress it."""
    try:
        yield
    except Exception as problem:
        # A disk, database or network can fail in any way, and so can unpickling a value written by
        # an older release.
        kind = (type(cache).__name__, type(problem).__name__)
        if monotonic() - _logged.get(kind, -LOGGED_AGAIN_AFTER) >= LOGGED_AGAIN_AFTER:
            _logged[kind] = monotonic()
            _logger.error("%s does not work, and is passed over: %s", kind[0], problem)


class Forgiving:
    """Mixin for any Django cache: a value that cannot be read counts as missing, and one that
    cannot be stored is dropped. `incr` still raises ValueError, as in Django. Methods that the site
    does not use (several keys at once) are Django's own.
    """

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with forgiven(self):
            return super().get(key, default, version)  # type: ignore[misc]
        return default

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add to a number and return it. Raises ValueError if it is missing or unavailable."""
        missing: ValueError | None = None
        with forgiven(self):
            try:
                return super().incr(key, delta, version)  # type: ignore[misc]
            except ValueError as problem:
                missing = problem
        raise missing or ValueError(f"Key '{key}' not found")


def _forgiving(name: str, otherwise: Any) -> Callable[..., Any]:
    """Return the method of the cache with that name, whose errors give `otherwise`."""

    def method(self: Forgiving, *args: Any, **kwargs: Any) -> Any:
        with forgiven(self):
            return getattr(super(Forgiving, self), name)(*args, **kwargs)
        return otherwise

    return method


# Of the other methods, what each returns while the cache does not work. Work guarded by a one-time
# key (`add`) is then done, as if for the first time.
OTHERWISE: dict[str, Any] = {
    "add": True,
    **dict.fromkeys(("delete", "has_key"), False),
    **dict.fromkeys(("set", "clear", "close")),
}
for _name, _otherwise in OTHERWISE.items():
    setattr(Forgiving, _name, _forgiving(_name, _otherwise))


class PageFiles(Forgiving, FileBasedCache):
    """A file-based cache for stored pages and anything else that can be made again."""

    writes = count()

    def _createdir(self) -> None:
        # Called whenever the cache is opened: without its folder everything is a miss.
        with suppress(OSError):
            super()._createdir()  # type: ignore[misc]

    def _cull(self) -> None:
        if next(self.writes) % CULL_EVERY == 0:
            super()._cull()  # type: ignore[misc]

    def sweep(self) -> int:
        return sum(self._swept(name) for name in self._list_cache_files())  # type: ignore[attr-defined]

    def _swept(self, name: str) -> bool:
        try:
            with open(name, "rb") as file:
                return self._is_expired(file)  # type: ignore[attr-defined]
        except OSError:
            return False
        except Exception:
            # Whatever the file contains, no page can be read from it.
            with suppress(OSError):
                return self._delete(name)  # type: ignore[attr-defined]
            return False


def is_database_down(problem: BaseException | None) -> bool:
    """Whether an exception, or its cause or context, means that the database is unavailable.

    It is down, full, locked or damaged, or the connection broke. An invalid statement is our own
    bug and does not count; drivers have other classes for it.
    """
    return any(
        isinstance(one, OperationalError | InterfaceError) or type(one) is DatabaseError
        for one in chain(problem)
    )
