"""Rows of a vacancy that stand in an order: duties, criteria, questions and tasks.

A form sent twice adds its row once. Sent again with other words (somebody went back and typed the
next one), it adds those too: what was typed is never dropped.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from kls_portal.idempotency import derived_key
from vacancies.drafting.models import Criterion, Duty
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import by_group
from vacancies.posts.services import touch

UP, DOWN = "up", "down"
Row = Any
"""A stored duty, criterion, or whatever else stands in an order: `together` says with what."""


@transaction.atomic
def add_duty(*, vacancy: Vacancy, text: str, key: UUID, **values: Any) -> Duty:
    """Return the duty, added at the end. The same `key` and values twice add it once.

    `values`: group, share (per cent of the time, None for not said) and area (slug).
    """
    duty, _ = add_row(Duty, vacancy, key, {"text": text, **values})
    return duty


@transaction.atomic
def add_criterion(
    *, vacancy: Vacancy, key: UUID, duties: Iterable[Duty], **values: Any
) -> Criterion:
    """Return the criterion, added at the end. The same `key` and values twice add it once."""
    duties = list(duties)
    linked_to = sorted(duty.pk for duty in duties)
    criterion, is_new = add_row(Criterion, vacancy, key, values, linked_to)
    if is_new:
        criterion.duties.set(duties)
    return criterion


def find_duplicate_duty(*, vacancy: Vacancy, key: UUID, **values: Any) -> Duty | None:
    """Return a duty that says all the same but was added by another form, or None.

    Somebody who goes back and presses the button again gets a new form with the same words.
    """
    return _find_duplicate(Duty, vacancy, key, values)


def find_duplicate_criterion(
    *, vacancy: Vacancy, key: UUID, duties: Iterable[Duty], **values: Any
) -> Criterion | None:
    """Return a criterion that says all the same but was added by another form, or None."""
    linked_to = sorted(duty.pk for duty in duties)
    found = _find_duplicate(Criterion, vacancy, key, values, linked_to)
    same = found and sorted(duty.pk for duty in found.duties.all()) == linked_to
    return found if same else None


def moved_words(row: Row, has_moved: bool) -> str:
    """Return what to say of a row after a move: where it stands now among those with it."""
    rows = list(type(row).objects.filter(vacancy=row.vacancy))
    together = [one for one in rows if one.together == row.together]
    if row not in together:
        return "Somebody removed it meanwhile."
    where = f"number {together.index(row) + 1} of {len(together)}"
    return f"Moved. It is now {where}." if has_moved else f"It stays {where}."


@transaction.atomic
def move(*, row: Row, direction: str) -> bool:
    """Exchange a row with the one above (`UP`) or below (`DOWN`) of those shown together with it.

    Duties of one group are shown together, so are essential and desirable criteria, and questions
    and tasks each. Returns False where there is none, or where the row was removed meanwhile.
    Places are written anew from 1, so that an order two people changed at once mends itself.
    Raises ValueError for another direction.
    """
    step = _step(direction)
    _lock(row.vacancy)
    rows: list[Any] = list(type(row).objects.filter(vacancy=row.vacancy))
    found = next((one for one in rows if one == row), None)
    together = [one for one in rows if found and one.together == found.together]
    there = together.index(found) + step if found else -1
    if not 0 <= there < len(together):
        return False
    here, beside = rows.index(found), rows.index(together[there])
    rows[here], rows[beside] = rows[beside], rows[here]
    _place(rows)
    touch(row.vacancy)
    return True


@transaction.atomic
def move_group(*, duty: Duty, direction: str) -> bool:
    """Exchange the whole group of a duty with the group above or below.

    Returns False where there is none. Raises ValueError for another direction.
    """
    step = _step(direction)
    _lock(duty.vacancy)
    groups = [list(group.rows) for group in by_group(Duty.objects.filter(vacancy=duty.vacancy))]
    here = next((number for number, rows in enumerate(groups) if duty in rows), -1)
    there = here + step
    if here < 0 or not 0 <= there < len(groups):
        return False
    groups[here], groups[there] = groups[there], groups[here]
    _place([row for rows in groups for row in rows])
    touch(duty.vacancy)
    return True


@transaction.atomic
def reorder_duties(
    *, vacancy: Vacancy, order: Sequence[int], started_from: Sequence[int]
) -> tuple[bool, list[int]]:
    """Put the duties of a vacancy in `order` (ids), if they still stand as in `started_from`.

    Returns (whether it was done, the ids as they stand now). Where somebody else changed the order,
    added or removed a duty meanwhile, nothing is done. A duty that `order` leaves out keeps its
    place after the one it followed; an id that is no duty of the vacancy is left out.
    """
    _lock(vacancy)
    rows = {row.pk: row for row in shown_order(Duty.objects.filter(vacancy=vacancy))}
    if list(rows) != list(started_from):
        return False, list(rows)
    wanted = [pk for pk in dict.fromkeys(order) if pk in rows]
    before = None
    for pk in rows:
        if pk not in wanted:
            wanted.insert(wanted.index(before) + 1 if before is not None else 0, pk)
        before = pk
    placed = shown_order(rows[pk] for pk in wanted)
    _place(placed)
    touch(vacancy)
    return True, [row.pk for row in placed]


def shown_order(duties: Iterable[Duty]) -> list[Duty]:
    """Return duties as the page shows them: group after group."""
    return [duty for group in by_group(duties) for duty in group.rows]


@transaction.atomic
def remove(*, row: Row) -> None:
    """Remove a row from its vacancy. Questions of a criterion stay, and say what it was."""
    touch(row.vacancy)
    if isinstance(row, Criterion):
        row.questions.update(lost_criterion=row.text)
    row.delete()


@transaction.atomic
def add_row(
    model: Any, vacancy: Vacancy, key: UUID, values: dict[str, Any], linked_to: Iterable[int] = ()
) -> tuple[Any, bool]:
    """Return (the row, whether it is new), added at the end of the rows of `model`.

    The same `key`, values and ids it is linked to add it once.
    """
    _lock(vacancy)
    key = _row_key(vacancy, key, values, linked_to)
    found = model.objects.filter(vacancy=vacancy, key=key).first()
    if found:
        return found, False
    last = model.objects.filter(vacancy=vacancy).aggregate(last=Max("place"))["last"] or 0
    touch(vacancy)
    return model.objects.create(vacancy=vacancy, key=key, place=last + 1, **values), True


def _find_duplicate(
    model: Any, vacancy: Vacancy, key: UUID, values: dict[str, Any], linked_to: Iterable[int] = ()
) -> Any:
    others = model.objects.filter(vacancy=vacancy, text=values["text"])
    for row in others.exclude(key=_row_key(vacancy, key, values, linked_to)):
        if all(getattr(row, name) == value for name, value in values.items()):
            return row
    return None


def _row_key(vacancy: Vacancy, key: UUID, values: dict[str, Any], linked_to: Iterable[int]) -> UUID:
    return derived_key(key, vacancy, values, linked_to)


def _step(direction: str) -> int:
    if direction not in {UP, DOWN}:
        raise ValueError(f"A row moves {UP} or {DOWN}, not {direction}.")
    return -1 if direction == UP else 1


def _place(rows: Sequence[Row]) -> None:
    for place, row in enumerate(rows, start=1):
        row.place = place
    if rows:
        model: Any = type(rows[0])
        model.objects.bulk_update(rows, ["place"])


def _lock(vacancy: Vacancy) -> None:
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
