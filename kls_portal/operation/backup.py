"""A complete backup of the database while the portal runs, in one file.

A copy of the SQLite file would miss what is still in its write-ahead log, so SQLite's backup API
is used, and pg_dump for PostgreSQL.
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
    """The backup failed. The message gives the reason as a sentence."""


def back_up(path: Path) -> None:
    """Write the current database to a new file that only its owner can read.

    The file is a database for SQLite, and input for pg_restore for PostgreSQL. It appears under
    its name only when complete. Raises BackupError if the file exists or cannot be written.
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
        # One file, without a log beside it. The portal switches write-ahead logging on again.
        copy.execute("PRAGMA journal_mode=DELETE")
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise BackupError(f"The database is damaged: {verdict}.")


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
    """Return the connection string of our database for PostgreSQL tools, and their environment.

    The environment holds the password, which every user of the machine could read in a command.
    """
    asked = connection.get_connection_params()
    known = {name: value for name, value in asked.items() if name not in NOT_FOR_TOOLS}
    secret = {"PGPASSWORD": str(asked["password"])} if "password" in asked else {}
    return make_dsn(**known), secret


WAYS: dict[str, Callable[[Path], None]] = {"sqlite": _by_sqlite, "postgresql": _by_pg_dump}
