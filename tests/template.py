"""The test database, made once and copied for each run and each worker.

Migrating and loading take seconds, copying does not. What is copied is told by a key of
everything it is made from; where nothing has that key, it is made anew. Django migrates each copy
all the same, which does nothing unless a migration is missing.

SQLite keeps the template in a file below VAR_DIR and copies it into memory; PostgreSQL keeps it
as a database of its own (`CREATE DATABASE … TEMPLATE`).
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests import shipped

IN_MEMORY = "file:portal_tests?mode=memory&cache=shared"
GIVEN = "PORTAL_TEST_TEMPLATE"
KEPT = 3  # templates on the disk: those of the last branches


@contextmanager
def copied() -> Iterator[None]:
    """Within the block, Django's set-up of the test database begins from a copy."""
    folder = Path(settings.VAR_DIR) / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    on_this_database = {"sqlite": sqlite_copy, "postgresql": postgresql_copy}[connection.vendor]
    with on_this_database(folder, key()):
        yield


def key() -> str:
    """Return a name for what the template is made from.

    That is every migration, all of our own code and data (any of it may have a part in loading),
    Django itself, and the day, which loaded rows carry. PORTAL_TEST_TEMPLATE names another one.
    """
    if given := os.environ.get(GIVEN):
        return given
    made_from = hashlib.sha256(f"{django.__version__} {date.today()}".encode())
    for file in sorted([*migrations(), *our_own()]):
        made_from.update(f"{file} ".encode() + file.read_bytes())
    return made_from.hexdigest()[:16]


def migrations() -> Iterator[Path]:
    for config in apps.get_app_configs():
        yield from Path(config.path, "migrations").glob("*.py")


def our_own() -> Iterator[Path]:
    """Yield the files of our code and data, and those that say how they are put aside."""
    for name in ("guidance", "vacancies", "kls_portal"):
        files = Path(settings.BASE_DIR, name).rglob("*")
        yield from (f for f in files if f.suffix in {".py", ".toml", ".md", ".txt", ".json"})
    yield from (Path(__file__), Path(shipped.__file__))


@contextmanager
def sqlite_copy(folder: Path, name: str) -> Iterator[None]:
    """Fill the database in memory; it lives as long as somebody has it open."""
    connection.settings_dict["TEST"]["NAME"] = IN_MEMORY
    file = folder / f"{name}.sqlite3"
    with only_one(folder):
        if not file.exists():
            with made():
                write(file)
        template = sqlite3.connect(file)
    with closing(sqlite3.connect(IN_MEMORY, uri=True)) as kept_open:
        with closing(template):
            template.backup(kept_open)
        yield


def write(file: Path) -> None:
    """Write the database to `file`, whole or not at all, and delete the oldest of its kind."""
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as template:
        connection.ensure_connection()
        connection.connection.backup(template)
    part.replace(file)
    newest_first = sorted(file.parent.glob("*.sqlite3"), key=lambda f: -f.stat().st_mtime_ns)
    for old in newest_first[KEPT:]:
        old.unlink()


@contextmanager
def postgresql_copy(folder: Path, name: str) -> Iterator[None]:
    """Let Django create the database from the template on the same server."""
    given = connection.settings_dict["TEST"]
    name = f"portal_template_{name}"
    with only_one(folder):
        if not has_database(name):
            test_name, given["NAME"] = given["NAME"], f"{name}_part"
            with made():
                pass
            given["NAME"] = test_name
            with connection.cursor() as cursor:  # whole or not at all
                cursor.execute(f'ALTER DATABASE "{name}_part" RENAME TO "{name}"')
    given["TEMPLATE"] = name
    # A thread of a server may hold a session open for a moment after the last test.
    connection.creation._destroy_test_db = dropped_with_its_sessions
    yield


def dropped_with_its_sessions(name: str, verbosity: int) -> None:
    """Drop a test database and end whatever session it still has (PostgreSQL 13 or later)."""
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def has_database(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


@contextmanager
def made() -> Iterator[None]:
    """Within the block, the connection leads to a new test database, with everything in it."""
    before = setup_databases(verbosity=0, interactive=False)
    try:
        shipped.take_snapshot()
        yield
    finally:
        teardown_databases(before, verbosity=0, keepdb=True)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Within the block, no other worker or run makes a template."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
