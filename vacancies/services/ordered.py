"""Rows of a vacancy that stand in an order: duties and criteria.

A form sent twice adds its row once. Sent again with other words (somebody went back and typed the
next one), it adds those too: what was typed is never dropped.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now

from vacancies.models import Criterion, Duty, Vacancy

UP, DOWN = "up", "down"


@transaction.atomic
def add_duty(*, vacancy: Vacancy, text: str, key: UUID) -> Duty:
    """Return the duty, added at the end. The same `key` and text twice add it once."""
    duty, _ = _add(Duty, vacancy, key, {"text": text})
    return duty


@transaction.atomic
def add_criterion(
    *, vacancy: Vacancy, key: UUID, duties: Iterable[Duty], **values: Any
) -> Criterion:
    """Return the criterion, added at the end. The same `key` and values twice add it once."""
    duties = list(duties)
    linked_to = sorted(duty.pk for duty in duties)
    criterion, is_new = _add(Criterion, vacancy, key, values, linked_to)
    if is_new:
        criterion.duties.set(duties)
    return criterion


@transaction.atomic
def move(*, row: Duty | Criterion, direction: str) -> bool:
    """Exchange a row with the one above (`UP`) or below (`DOWN`).

    Returns False where there is none, or where the row was removed meanwhile. Places are written
    anew from 1, so that an order two people changed at once mends itself. Raises ValueError for
    another direction.
    """
    if direction not in {UP, DOWN}:
        raise ValueError(f"A row moves {UP} or {DOWN}, not {direction}.")
    _lock(row.vacancy)
    rows = list(type(row).objects.filter(vacancy=row.vacancy))
    if row not in rows:
        return False
    here = rows.index(row)
    there = here - 1 if direction == UP else here + 1
    if not 0 <= there < len(rows):
        return False
    rows[here], rows[there] = rows[there], rows[here]
    for place, moved in enumerate(rows, start=1):
        moved.place = place
    type(row).objects.bulk_update(rows, ["place"])
    touch(row.vacancy)
    return True


@transaction.atomic
def remove(*, row: Duty | Criterion) -> None:
    """Remove a row from its vacancy."""
    touch(row.vacancy)
    row.delete()


def touch(vacancy: Vacancy) -> None:
    """Note that something of the vacancy changed just now."""
    Vacancy.objects.filter(pk=vacancy.pk).update(changed=now())


def _add(
    model: Any, vacancy: Vacancy, key: UUID, values: dict[str, Any], linked_to: Iterable[int] = ()
) -> tuple[Any, bool]:
    _lock(vacancy)
    key = uuid5(key, repr((vacancy.pk, sorted(values.items()), linked_to)))
    found = model.objects.filter(vacancy=vacancy, key=key).first()
    if found:
        return found, False
    last = model.objects.filter(vacancy=vacancy).aggregate(last=Max("place"))["last"] or 0
    touch(vacancy)
    return model.objects.create(vacancy=vacancy, key=key, place=last + 1, **values), True


def _lock(vacancy: Vacancy) -> None:
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
