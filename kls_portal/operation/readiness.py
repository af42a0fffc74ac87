"""Whether this process can serve people: the checks behind `/healthz/ready`.

Each check tests what a page needs. A failure is reported as a sentence without an address, name
or password, as anybody may read it.
"""

import logging
from collections.abc import Callable, Mapping
from functools import cache
from secrets import token_hex

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.templatetags.static import static
from django.utils import timezone

OK = "ok"
SERVED = "css/portal.css"
"""A file that every page loads."""
PROBE = "readiness"
PROBE_SECONDS = 60

_logger = logging.getLogger(__name__)


class NotReadyError(Exception):
    """A page could not be served. The message says why, and what to do."""


def readiness() -> tuple[bool, dict[str, str]]:
    """Return whether people can be served, and the result of each check: OK or why not."""
    needed = {name: _state_of(name, check) for name, check in NEEDED.items()}
    useful = {name: _state_of(name, check) for name, check in USEFUL.items()}
    return set(needed.values()) == {OK}, needed | useful


def _state_of(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except NotReadyError as reason:
        return str(reason)
    except Exception as fault:
        # The message of an error may contain the address of a server or the name of a role.
        _logger.warning("Not ready: %s: %s", name, fault)
        return f"This failed with {type(fault).__name__}: see the log of the server."
    return OK


def _database() -> None:
    """Write a row, and roll it back."""
    with transaction.atomic():
        Session.objects.create(session_key=token_hex(20), expire_date=timezone.now())
        transaction.set_rollback(True)


def _migrations() -> None:
    missing = _known_migrations() - set(MigrationRecorder(connection).applied_migrations())
    if missing:
        raise NotReadyError(f"{len(missing)} not applied: run “manage.py migrate”.")


@cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).graph.nodes)


def _static_files() -> None:
    try:
        static(SERVED)
    except ValueError:
        raise NotReadyError("Not collected: run “manage.py collectstatic”.") from None


def _holds(store: BaseCache) -> None:
    value = token_hex(8)
    store.set(PROBE, value, PROBE_SECONDS)
    if store.get(PROBE) != value:
        raise NotReadyError("Nothing can be stored: see the log of the server.")


NEEDED: Mapping[str, Callable[[], None]] = {
    "database": _database,
    "migrations": _migrations,
    "static files": _static_files,
    "store": lambda: _holds(caches["default"]),
}
# Without these the site is slow, but works.
USEFUL: Mapping[str, Callable[[], None]] = {"stored pages": lambda: _holds(caches["pages"])}
