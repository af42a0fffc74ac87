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

from vacancies.management.reference_data import load_reference_data

# Virtual tables (guidance/migrations/0002): a row is told by its rowid, which * leaves out.
SEARCH_TABLES = {"guidance_search": "rowid, title, summary, headings, body"}
SEARCH_TABLES["guidance_words"] = "rowid, words"


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
            for table, columns in self._tables():
                cursor.execute(f"DROP TABLE IF EXISTS shipped_{table}")
                cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
                if cursor.fetchone():
                    cursor.execute(f"CREATE TABLE shipped_{table} AS SELECT {columns} FROM {table}")
            for table, _ in self._tables():
                cursor.execute(f"DELETE FROM {table}")

    def restore_snapshot(self) -> None:
        """Copy what was put aside into the empty tables."""
        with transaction.atomic(), connection.cursor() as cursor:
            for table, columns in self._kept.items():
                # The end of a test does not empty the first; both apps load the second.
                if table in SEARCH_TABLES or table == "reference_fact":
                    cursor.execute(f"DELETE FROM {table}")
                into = f"{table} ({columns})" if table in SEARCH_TABLES else table
                cursor.execute(f"INSERT INTO {into} SELECT * FROM shipped_{table}")
            kept = [model for model in self._models() if model._meta.db_table in self._kept]
            for statement in connection.ops.sequence_reset_sql(no_style(), kept):
                cursor.execute(statement)

    @cached_property
    def _kept(self) -> dict[str, str]:
        """The tables that were put aside, with their columns."""
        there = set(connection.introspection.table_names())
        return {table: what for table, what in self._tables() if f"shipped_{table}" in there}

    def _models(self) -> list:
        configs = [apps.get_app_config(app) for app in self.apps]
        return [model for one in configs for model in one.get_models(include_auto_created=True)]

    def _tables(self) -> Iterator[tuple[str, str]]:
        yield from ((model._meta.db_table, "*") for model in self._models())
        if connection.vendor == "sqlite" and "guidance" in self.apps:
            yield from SEARCH_TABLES.items()


GUIDANCE = Shipped(("guidance", "reference"))
VACANCIES = Shipped(("vacancies", "reference"))


def take_snapshot() -> None:
    """Load and put aside everything that ships with the portal."""
    VACANCIES.take_snapshot(load_reference_data)
    GUIDANCE.take_snapshot(lambda: call_command("load_guidance", stdout=StringIO()))
