"""A backup of the whole database while the portal runs: one file, in which no row is missing.

The file of SQLite itself, copied, misses what still stands in its write-ahead log. So the copy is
made by SQLite's own backup, and for PostgreSQL by pg_dump.
"""

import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from django.db import connection
from psycopg2.extensions import make_dsn

PRIVATE = 0o600
NOT_FOR_TOOLS = {"password", "cursor_factory", "client_encoding"}


class BackupError(Exception):
    """There is no backup. The message says why in a sentence."""


def back_up(path: Path) -> None:
    """Write the database as it is now into a new file, which its owner alone can read.

    For SQLite the file is a database, for PostgreSQL what pg_restore takes. Under its name stands
    a whole backup or nothing. Raises BackupError where the file is there, or cannot be made.
    """
    if path.exists():
        raise BackupError(f"{path} already exists. Name another file.")
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, PRIVATE))
        WAYS[connection.vendor](unfinished)
        os.link(unfinished, path)
    except FileExistsError:
        raise BackupError(f"{path} already exists. Name another file.") from None
    except OSError as fault:
        raise BackupError(f"{path} cannot be written: {fault.strerror}.") from fault
    finally:
        unfinished.unlink(missing_ok=True)


def _by_sqlite(path: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        # One file, without a log of its own beside it. The portal turns the log on again.
        copy.execute("PRAGMA journal_mode=DELETE")
        (found,) = copy.execute("PRAGMA integrity_check").fetchone()
    if found != "ok":
        raise BackupError(f"The database is damaged: {found}.")


def _by_pg_dump(path: Path) -> None:
    where, secret = address_for_tools()
    command = ["pg_dump", "--format=custom", f"--file={path}", f"--dbname={where}"]
    try:
        done = subprocess.run(  # noqa: S603 (what we are connected to, and nothing that was sent)
            command, env={**os.environ, **secret}, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise BackupError("There is no pg_dump here. Install the client of PostgreSQL.") from None
    if done.returncode:
        raise BackupError(f"pg_dump made no backup: {done.stderr.strip()}")


def address_for_tools() -> tuple[str, dict[str, str]]:
    """Return where PostgreSQL's own tools find our database, and the environment to call them in.

    The environment carries the password, which everybody on the machine would see in a command.
    """
    asked = connection.get_connection_params()
    known = {name: value for name, value in asked.items() if name not in NOT_FOR_TOOLS}
    secret = {"PGPASSWORD": str(asked["password"])} if "password" in asked else {}
    return make_dsn(**known), secret


WAYS: dict[str, Callable[[Path], None]] = {"sqlite": _by_sqlite, "postgresql": _by_pg_dump}
