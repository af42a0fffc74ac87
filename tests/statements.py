"""What each test says to the database: of tests that say the same, `make test-rest` asks one on
PostgreSQL.

A pass on SQLite notes the statements of each test, and of their values what PostgreSQL minds:
kinds, lengths, large numbers, null characters; what failed; what was to be locked. Notes are for
the code and the tests as they were: after any change all run, until they are noted again.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from django.conf import settings
from django.db.backends.signals import connection_created
from django.db.models import QuerySet

from tests.template import our_own

FOLDER = Path(settings.VAR_DIR) / "tests" / "statements"


class Noting:
    """A plugin of pytest that notes the statements of each test."""

    def __init__(self) -> None:
        self.said: set[str] = set()
        self.locks = False
        self.notes: dict[str, list[str]] = {}
        self.folder = FOLDER / made_from()

    def pytest_configure(self) -> None:
        """Hear every connection from its beginning, and what is to be locked."""
        connection_created.connect(self._listen)
        to_lock = QuerySet.select_for_update

        def locked(*args: Any, **options: Any) -> QuerySet:
            self.locks = True  # SQLite has none: the statement itself does not say so
            return to_lock(*args, **options)

        QuerySet.select_for_update = locked

    def _listen(self, connection: Any, **_: Any) -> None:
        if self.hear not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.hear)

    def hear(self, execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Note a statement; what failed is one of its own, since PostgreSQL takes no other then."""
        statement = f"{shape(sql)} {kinds(params, many)} {self.locks}"
        self.locks = False
        try:
            answer = execute(sql, params, many, context)
        except Exception as error:
            self.said.add(f"{statement} {type(error).__name__}")
            raise
        self.said.add(statement)
        return answer

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        self.said.clear()
        result = yield
        self.notes[item.nodeid] = [key_of(one) for one in self.said]
        return result

    def pytest_sessionfinish(self) -> None:
        if not self.notes:
            return
        for old in {*FOLDER.glob("*")} - {self.folder}:
            rmtree(old, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{os.getpid()}.json").write_text(json.dumps(self.notes), encoding="utf-8")


@lru_cache(10_000)
def shape(sql: str) -> str:
    """Return a key of a statement: without numbers, and with any number of values as one."""
    return key_of(re.sub(r"%s(?:, ?%s)+|\d+", "%s", str(sql)))


def kinds(params: Any, many: bool) -> list[str]:
    """Return the kinds of the values, those alike side by side as one."""
    values = next(iter(params), ()) if many else params or ()
    values = values.values() if isinstance(values, dict) else values
    return [one for one, _ in groupby(map(_kind, values)) if one]


def _kind(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"text {len(value) > 255} {chr(0) in value}"
        case int():
            return f"{type(value).__name__} {value.bit_length() // 32}"
        case _:
            return type(value).__name__


@lru_cache(100_000)
def key_of(statement: str) -> str:
    return hashlib.sha256(statement.encode("utf-8", "replace")).hexdigest()[:16]


@cache
def made_from() -> str:
    """Return a name for the code and the tests as they are."""
    key = hashlib.sha256(sys.version.encode())
    for file in sorted({*our_own(), *Path(__file__).parent.rglob("*.py")}):
        key.update(f"{file} ".encode() + file.read_bytes())
    return key.hexdigest()[:16]


def noted() -> dict[str, frozenset[str]]:
    """Return the statements of each test that was noted."""
    files = sorted((FOLDER / made_from()).glob("*.json"))
    read = (json.loads(file.read_text(encoding="utf-8")) for file in files)
    return {test: frozenset(said) for notes in read for test, said in notes.items()}


def saying_something_new(
    tests: Iterable[str], before: Iterable[str], notes: dict[str, frozenset[str]]
) -> set[str]:
    """Return those of the tests that together make each statement which `before` do not make, and
    those of which nothing is noted.
    """
    heard = frozenset[str]().union(*(notes.get(test, ()) for test in before))
    new = set()
    for test in sorted(tests, key=lambda test: (-len(notes.get(test, ())), test)):
        said = notes.get(test, frozenset())
        if not said or not said <= heard:
            new.add(test)
            heard |= said
    return new
