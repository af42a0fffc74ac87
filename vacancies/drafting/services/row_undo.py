"""Undo for removed or merged rows, which are kept as plain values."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from vacancies.drafting.services.ordered import Row, links_of
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch

Kept = dict[str, Any]
"""A row as JSON: its id, its columns, and the ids of linked rows by accessor."""


def kept(rows: Iterable[Row]) -> list[Kept]:
    """Return rows as plain values, with everything that is lost when they are removed."""
    return [
        {
            "id": row.pk,
            "columns": {
                field.attname: _plain(getattr(row, field.attname))
                for field in row._meta.concrete_fields
                if not field.primary_key
            },
            "links": {
                name: list(getattr(row, name).values_list("pk", flat=True))
                for name in links_of(row)
            },
        }
        for row in rows
    ]


@transaction.atomic
def bring_back(*, vacancy: Vacancy, model: Any, rows: Iterable[Kept], merged: str = "") -> None:
    """Restore rows under their old ids, with the links to rows that still exist.

    merged: the text of the row that others were merged into. If it has changed since, that row is
    left as it is.
    """
    for row in rows:
        columns = row["columns"] | {"vacancy_id": vacancy.pk}
        existing = model.objects.filter(pk=row["id"], vacancy=vacancy)
        if existing.exists():
            existing.filter(text=merged).update(**columns)
        elif not model.objects.filter(key=columns["key"]).exists():
            model.objects.create(pk=row["id"], **columns)
        for stored in existing:
            for name, numbers in row["links"].items():
                links = getattr(stored, name)
                links.add(*links.model.objects.filter(vacancy=vacancy, pk__in=numbers))
    touch(vacancy)


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | str | list | bool | None) else str(value)
