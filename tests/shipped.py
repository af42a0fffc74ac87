"""The data that ships with the portal, loaded once and copied for each test that needs it.

Loading parses, renders and indexes, which takes seconds; a copy from one table to another does
not. What the commands store is put aside in tables of the template (`tests.template`) that Django
does not know. Tests of the commands themselves start from an empty database and load for real.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from guidance.search.index import engine
from vacancies.management.reference_data import load_reference_data

# Of the search index of SQLite (guidance/migrations/0002) the tables are copied in which it keeps
# what it made of the words (https://sqlite.org/fts5.html#fts5_data_structures): as it is, in a
# thirtieth of the time.
INDEX = tuple(
    f"guidance_{index}_{part}"
    for index in ("search", "words")
    for part in ("data", "idx", "content", "docsize", "config")
)


@dataclass(frozen=True)
class Shipped:
    """What apps ship with."""

    apps: tuple[str, ...]

    def take_snapshot(self, load: Callable[[], object]) -> None:
        """Load into an empty database, keep copies of what then has rows, and leave the database
        as it was.
        """
        with transaction.atomic(), connection.cursor() as cursor:
            load()
            for table in self._tables():
                cursor.execute(f"DROP TABLE IF EXISTS shipped_{table}")
                cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
                if cursor.fetchone():
                    cursor.execute(f"CREATE TABLE shipped_{table} AS SELECT * FROM {table}")
            for table in set(self._tables()) - {*INDEX}:
                cursor.execute(f"DELETE FROM {table}")
            engine().erase_all()

    def restore_snapshot(self) -> None:
        """Copy what was put aside into the empty tables."""
        with transaction.atomic(), connection.cursor() as cursor:
            if {*INDEX} & {*self._kept}:
                with transaction.atomic():  # it forgets what it knows of its tables
                    engine().erase_all()
                    transaction.set_rollback(True)
            for table in self._kept:
                # An index has rows that say that it is empty; both apps load the facts.
                if table in INDEX or table == "reference_fact":
                    cursor.execute(f"DELETE FROM {table}")
                cursor.execute(f"INSERT INTO {table} SELECT * FROM shipped_{table}")
            kept = [model for model in self._models() if model._meta.db_table in self._kept]
            for statement in connection.ops.sequence_reset_sql(no_style(), kept):
                cursor.execute(statement)

    @cached_property
    def _kept(self) -> list[str]:
        """The tables that were put aside."""
        there = set(connection.introspection.table_names())
        return [table for table in self._tables() if f"shipped_{table}" in there]

    def _models(self) -> list:
        configs = [apps.get_app_config(app) for app in self.apps]
        return [model for one in configs for model in one.get_models(include_auto_created=True)]

    def _tables(self) -> Iterator[str]:
        yield from (model._meta.db_table for model in self._models())
        if connection.vendor == "sqlite" and "guidance" in self.apps:
            yield from INDEX


GUIDANCE = Shipped(("guidance", "reference"))
VACANCIES = Shipped(("vacancies", "reference"))


def take_snapshot() -> None:
    """Load and put aside everything that ships with the portal."""
    VACANCIES.take_snapshot(load_reference_data)
    GUIDANCE.take_snapshot(lambda: call_command("load_guidance", stdout=StringIO()))
