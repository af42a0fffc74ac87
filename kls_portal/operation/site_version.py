"""The site version, which rises with each publication and so expires stored pages.

It is kept in the store. A process reads it at most once a second, and keeps using the last known
one while the store is down; a process started in the meantime reads the last one from a file.
"""

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic, time_ns
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache, caches
from django.utils.connection import ConnectionProxy
from django.utils.timezone import localdate

Made = TypeVar("Made")
KEY = "site-version"
SECONDS = 1
"""How long a process relies on the version it knows."""

pages = ConnectionProxy(caches, "pages")

chosen_day: ContextVar[Callable[[], date | None]] = ContextVar("chosen_day", default=lambda: None)
"""Returns the day that an editor is viewing, None for today. Other days are not stored."""


def reading_day() -> date:
    """Return the day that this request is about: today in London, or the editor's day."""
    return chosen_day.get()() or localdate()


@dataclass
class Known:
    """What this process knows about the site version.

    version: 0 before the first read. until: the monotonic time of the next read. is_stored:
    whether the store has the version.
    """

    version: int = 0
    until: float = 0
    is_stored: bool = True


known = Known()
_asking = Lock()


def site_version() -> int:
    """Return the version under which pages are stored now."""
    # While one thread reads the store, and may wait, the others use the known version.
    if monotonic() >= known.until and _asking.acquire(blocking=not known.version):
        try:
            known.until = monotonic() + SECONDS
            before, stored = known.version, _version_stored()
            if known.version == before:  # nothing was published in the meantime
                _learn(stored)
        finally:
            _asking.release()
    return known.version


def once_a_version(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return `make`, cached in the process for each version of the site and day it is about.

    All requests share its result, so nobody may change it.
    """
    kept = lru_cache(maxsize=2)(lambda version, day: make())
    return wraps(make)(lambda: kept(site_version(), reading_day()))


def invalidate_public_cache() -> None:
    """Expire every stored page. Call it after commit, whenever published content changes.

    If the store is down, this process stores the new version later.
    """
    known.until = monotonic() + SECONDS
    _learn(time_ns())
    _store()


def begin() -> None:
    """Expire pages that were stored with other settings. Call it when the site starts.

    They stay while the store is down: an old page is better than none.
    """
    if site_version() == cache.get(KEY):
        invalidate_public_cache()


def _version_stored() -> int:
    if not known.is_stored:
        _store()
    if stored := cache.get(KEY):
        return stored
    # Either the store is empty or it is down. Only if empty is the added value found.
    fresh = time_ns()
    cache.add(KEY, fresh, timeout=None)
    return cache.get(KEY) or known.version or pages.get(KEY) or fresh


def _store() -> None:
    cache.set(KEY, known.version, timeout=None)
    known.is_stored = cache.get(KEY) == known.version


def _learn(version: int) -> None:
    if version != known.version:
        known.version = version
        pages.set(KEY, version, timeout=None)


READ = ("kls_portal", "guidance", "vacancies", "templates", "requirements.txt")
"""Code, templates, the data shipped with them, and their dependencies; below BASE_DIR."""
DIGITS = 16


@lru_cache
def release() -> str:
    """Return 16 hexadecimal digits identifying the files of this release; cached in the process."""
    return digest_of(settings.BASE_DIR, Path(settings.STATIC_ROOT) / "staticfiles.json")


def digest_of(base: Path, manifest: Path) -> str:
    """Return the digits for the files below `base` and the names of the static files."""
    digest = sha256()
    for path in (*_files(base), manifest):
        if path.is_file():
            digest.update(f"{path.relative_to(base) if path != manifest else ''}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:DIGITS]


def _files(base: Path) -> Iterator[Path]:
    for name in READ:
        top = base / name
        paths = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in paths if "__pycache__" not in path.parts)
