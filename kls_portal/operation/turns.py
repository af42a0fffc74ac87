"""Locks for work that two processes must not do at once, however they were started.

The system releases the lock when its process ends, however it ends: an advisory lock of
PostgreSQL, or a lock on a file beside the SQLite database.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from django.db import DatabaseError, InterfaceError, connection


def turn(name: str) -> AbstractContextManager[bool]:
    """Hold the lock of this name within the block. Yields False if another process holds it."""
    is_postgresql = connection.vendor == "postgresql"
    return (_turn_in_postgresql if is_postgresql else _turn_in_a_file)(name)


@contextmanager
def _turn_in_postgresql(name: str) -> Iterator[bool]:
    key = int.from_bytes(sha256(f"kls-portal {name}".encode()).digest()[:8], signed=True)
    is_ours = _lock_answer("SELECT pg_try_advisory_lock(%s)", key)
    try:
        yield is_ours
    finally:
        if is_ours:
            # If the connection broke in the meantime, the lock has gone with it.
            with suppress(DatabaseError, InterfaceError):
                _lock_answer("SELECT pg_advisory_unlock(%s)", key)


def _lock_answer(statement: str, key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [key])
        return bool(cursor.fetchone()[0])


@contextmanager
def _turn_in_a_file(name: str) -> Iterator[bool]:
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        yield True  # which no other process can open
        return
    database = Path(connection.settings_dict["NAME"])
    with file_lock(f"{database}-{name}.lock") as is_ours:
        yield is_ours


@contextmanager
def file_lock(path: str | Path, *, wait: bool = False) -> Iterator[bool]:
    """Hold the lock on a file within the block. Yields False if another process holds it."""
    # Opened read-only: another user may have created it, and a lock needs no more.
    file = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(file)
