"""The drill: a backup made while the portal runs is restored into a fresh place, and loses nothing.

What is done here by hand is what deploy/README.md tells an operator to do.
"""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg2.extensions import make_dsn

from kls_portal.accounts.models import Organisation
from kls_portal.operation.backup import address_for_tools
from tests.guidance.editing import search
from tests.shipped import VACANCIES
from vacancies.models import Vacancy

WORKS_AGAIN = """
import json, os, sys
import django
django.setup()
from django.core.cache import cache
from django.test import Client
from guidance.search.answer import answer
from kls_portal.accounts.models import Organisation
person = Client()
answers = {"login": "manager@test.example", "password": sys.argv[1]}
signed_in = person.post("/accounts/login/", answers)
print(json.dumps({
    "search": [found.address for found in answer("interview questions").results],
    "guidance": Client().get("/recruiting/").status_code,
    "sign in": signed_in.status_code,
    "own work": person.get("/vacancies/").content.decode().count("Librarian of the drill"),
    "new row": Organisation.objects.create(name="New Trust", ods_code="NEW").pk,
}))
"""


@pytest.fixture
def filled(transactional_db, guidance_pages, people) -> None:
    """The portal with everything that ships, people and some work, stored for good."""
    VACANCIES.restore_snapshot()
    Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian of the drill"
    )


@pytest.fixture
def restored(filled, tmp_path):
    """The database restored from a backup: a connection to it, and its address."""
    backup = tmp_path / "backup"
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("no pg_dump here")
    call_command("backup_database", str(backup), verbosity=0)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["backup"]
    way = {"sqlite": restored_sqlite, "postgresql": restored_postgresql}[connection.vendor]
    yield from way(backup, tmp_path)


def restored_sqlite(backup: Path, folder: Path):
    place = folder / "var" / "portal.sqlite3"
    place.parent.mkdir()
    shutil.copy(backup, place)
    as_django_reads = connection.get_connection_params()["detect_types"]
    with closing(sqlite3.connect(place, detect_types=as_django_reads)) as opened:
        yield opened, f"sqlite:///{place}"


def restored_postgresql(backup: Path, folder: Path):
    where, secret = address_for_tools()
    name = f"{connection.settings_dict['NAME']}_restored"
    new = make_dsn(where, dbname=name)

    def tool(*command: str) -> None:
        subprocess.run(command, check=True, env={**os.environ, **secret}, timeout=120)

    with closing(connection.copy()) as admin, admin._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        tool(
            "pg_restore", "--exit-on-error", "--single-transaction", "--no-owner",
            f"--dbname={new}", str(backup),
        )  # fmt: skip
        given = urlsplit(os.environ["PORTAL_TEST_DATABASE_URL"])
        password = {"password": secret["PGPASSWORD"]} if secret else {}
        with closing(psycopg2.connect(new, **password)) as opened:
            yield opened, given._replace(path=f"/{name}").geturl()
    finally:
        with closing(connection.copy()) as admin, admin._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def rows(opened) -> dict[str, list[str]]:
    """Every row of every table, in an order of their own."""
    found = {}
    with closing(opened.cursor()) as cursor:
        for table in tables(cursor):
            wanted = "*" if connection.vendor == "sqlite" else "whole.*::text"
            cursor.execute(f'SELECT {wanted} FROM "{table}" AS whole')  # noqa: S608
            found[table] = sorted(repr(row) for row in cursor.fetchall())
    return found


def tables(cursor) -> list[str]:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    else:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        )
    return [name for (name,) in cursor.fetchall()]


def manage(address: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run Python on a database as an operator would, beside this process."""
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    if connection.vendor == "postgresql":
        environment["PORTAL_TEST_DATABASE_URL"] = address
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.postgres
def test_a_restored_database_holds_every_row_and_serves_people(restored, people, tmp_path):
    opened, address = restored
    before = rows(connection.connection)
    after = rows(opened)
    assert set(before) == set(after)
    assert {table for table in before if before[table] != after[table]} == set()
    assert sum(map(len, after.values())) > 1_000
    opened.close()

    missing = manage(address, tmp_path, "manage.py", "migrate", "--check")
    assert missing.returncode == 0, missing.stderr
    done = manage(address, tmp_path, "-c", WORKS_AGAIN, "a long enough password")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told.pop("search") == [found.address for found in search("interview questions")] != []
    newest = Organisation.objects.order_by("-pk").first().pk
    assert told == {"guidance": 200, "sign in": 302, "own work": 1, "new row": newest + 1}


def test_rows_that_a_copy_of_the_file_misses_are_in_the_backup(filled, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has a file that somebody might copy")
    live, copy, backup = (tmp_path / name for name in ("live", "copy", "backup"))
    call_command("backup_database", str(live), verbosity=0)
    newest = "INSERT INTO accounts_organisation (name, ods_code, nation) VALUES (?, ?, 'ENG')"
    with closing(sqlite3.connect(live)) as portal:
        portal.execute("PRAGMA journal_mode=WAL")
        portal.executemany(newest, [(f"Trust {n}", f"T{n:02}") for n in range(20)])
        portal.commit()
        shutil.copy(live, copy)
        done = manage(f"sqlite:///{live}", tmp_path, "manage.py", "backup_database", str(backup))
    assert done.returncode == 0, done.stderr
    count = "SELECT count(*) FROM accounts_organisation WHERE ods_code LIKE 'T__'"
    held = {}
    for file in (copy, backup):
        with closing(sqlite3.connect(file)) as opened:
            (held[file.name],) = opened.execute(count).fetchone()
    assert held == {"copy": 0, "backup": 20}


def test_a_file_that_is_there_stays_as_it_is(db, tmp_path):
    there = tmp_path / "backup"
    there.write_text("of yesterday")
    with pytest.raises(CommandError, match=str(there)) as refused:
        call_command("backup_database", str(there))
    assert refused.value.returncode == 2
    assert there.read_text() == "of yesterday"


def test_a_place_that_is_not_there_gets_one_sentence(db, tmp_path):
    with pytest.raises(CommandError, match=os.strerror(errno.ENOENT)) as refused:
        call_command("backup_database", str(tmp_path / "no" / "backup"))
    assert refused.value.returncode == 2


def test_a_tool_that_is_missing_or_fails_leaves_no_half_file(db, tmp_path, monkeypatch):
    monkeypatch.setattr("kls_portal.operation.backup.connection.vendor", "postgresql")
    monkeypatch.setattr(
        "kls_portal.operation.backup.address_for_tools", lambda: ("dbname=none port=1", {})
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="pg_dump"):
        call_command("backup_database", str(tmp_path / "backup"))
    tool = tmp_path / "pg_dump"
    tool.write_text("#!/bin/sh\necho no such server >&2\nexit 1\n")
    tool.chmod(0o700)
    with pytest.raises(CommandError, match="no such server"):
        call_command("backup_database", str(tmp_path / "backup"))
    assert list(tmp_path.iterdir()) == [tool]
