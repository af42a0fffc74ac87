"""The version of the site: it rises with whatever is published, and stored pages lapse with it.

It lies in the store. A process asks for it once a second at most, and goes on with the last one
it knows while the store is down; one that starts meanwhile knows the last one from a file.
"""

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache as once
from functools import lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic, time_ns
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache, caches
from django.utils.connection import ConnectionProxy

Made = TypeVar("Made")
KEY = "site-version"
SECONDS = 1
"""For how long a process trusts what it knows."""

pages = ConnectionProxy(caches, "pages")

chosen_day: ContextVar[Callable[[], date | None]] = ContextVar("chosen_day", default=lambda: None)
"""Gives the day as of which an editor looks at the site, None for today: nothing of it is kept."""


@dataclass
class Known:
    """What this process knows.

    version: 0 before it has asked. until: when it asks again, by the clock of the machine.
    is_stored: whether the store has heard of the version.
    """

    version: int = 0
    until: float = 0
    is_stored: bool = True


known = Known()
_asking = Lock()


def site_version() -> int:
    """Return the version that pages are stored under now."""
    # While one thread asks, and perhaps waits, the others go on with what is known.
    if monotonic() >= known.until and _asking.acquire(blocking=not known.version):
        try:
            known.until = monotonic() + SECONDS
            before, found = known.version, _version_stored()
            if known.version == before:  # nothing was published here meanwhile
                _learn(found)
        finally:
            _asking.release()
    return known.version


def once_a_version(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return `make`, which a process then asks once for each version of the site.

    What it gives is shared by all requests, so nobody may change it.
    """
    kept = lru_cache(maxsize=1)(lambda version: make())
    return wraps(make)(lambda: kept(site_version()))


def invalidate_public_cache() -> None:
    """Let every stored page lapse. Call it, after commit, whenever published content changes.

    Where the store is down, this process tells it later.
    """
    known.until = monotonic() + SECONDS
    _learn(time_ns())
    _store()


def begin() -> None:
    """Let pages lapse that were stored with other settings. Call it when the site starts.

    While the store is down they stay: better an old page than none.
    """
    if site_version() == cache.get(KEY):
        invalidate_public_cache()


def _version_stored() -> int:
    if not known.is_stored:
        _store()
    if found := cache.get(KEY):
        return found
    # Nothing there, or nobody there. Only in the first case what is added is found.
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
"""Code, templates, the data that ships, and what they run on; below BASE_DIR."""
DIGITS = 16


@once
def release() -> str:
    """Return 16 hexadecimal digits for the files of this release. They are read once a process."""
    return digest_of(settings.BASE_DIR, Path(settings.STATIC_ROOT) / "staticfiles.json")


def digest_of(base: Path, manifest: Path) -> str:
    """Return the digits for the files below `base`, and for the names of the static files."""
    digest = sha256()
    for path in (*_files(base), manifest):
        if path.is_file():
            digest.update(f"{path.relative_to(base) if path != manifest else ''}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:DIGITS]


def _files(base: Path) -> Iterator[Path]:
    for name in READ:
        top = base / name
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in found if "__pycache__" not in path.parts)
