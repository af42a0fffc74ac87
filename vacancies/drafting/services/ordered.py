"""Ordered rows of a vacancy: duties, criteria, questions and tasks.

A form submitted twice adds its row once. Submitted again with other words, after going back in the
browser, it adds another row, so that nothing typed is lost.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from kls_portal.idempotency import derived_key
from vacancies.drafting.models.draft import Criterion, Duty
from vacancies.drafting.rules.draft import METHODS
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch

UP, DOWN = "up", "down"
Row = Any
"""A stored duty, criterion or other ordered row; `together` is equal for rows shown together."""


@transaction.atomic
def add_duty(*, vacancy: Vacancy, text: str, key: UUID, **values: Any) -> Duty:
    """Append a duty and return it. Idempotent on `key` and the values.

    `values`: group, share (per cent of the time, None if not given) and area (slug).
    """
    duty, _ = add_row(Duty, vacancy, key, {"text": text, **values})
    return duty


@transaction.atomic
def add_criterion(
    *, vacancy: Vacancy, key: UUID, duties: Iterable[Duty], **values: Any
) -> Criterion:
    """Append a criterion and return it. Idempotent on `key`, the values and the duties."""
    duties = list(duties)
    linked_to = sorted(duty.pk for duty in duties)
    criterion, is_new = add_row(Criterion, vacancy, key, values, linked_to)
    if is_new:
        criterion.duties.set(duties)
    return criterion


def find_same(model: Any, vacancy: Vacancy, values: dict[str, Any]) -> Row | None:
    """Return a row of the vacancy with the same values, or None.

    Going back in the browser and pressing the button again submits a new form with the same words.
    """
    return model.objects.filter(vacancy=vacancy, **values).first()


def moved_words(rows: Sequence[Row], has_moved: bool) -> str:
    """Return the message after a move; for one row, its place among those shown with it."""
    if len(rows) != 1:
        return f"You moved {len(rows)} items." if has_moved else "They stay where they are."
    stored = list(type(rows[0]).objects.filter(vacancy=rows[0].vacancy))
    together = [one for one in stored if one.together == rows[0].together]
    if rows[0] not in together:
        return "Someone has removed it."
    where = f"number {together.index(rows[0]) + 1} of {len(together)}"
    return f"You moved it. It is now {where}." if has_moved else f"It stays {where}."


@transaction.atomic
def move(*, vacancy: Vacancy, rows: Collection[Row], direction: str) -> bool:
    """Move rows of one kind one place `UP` or `DOWN` among the rows shown with them.

    Duties are shown by group, essential criteria apart from desirable ones, questions apart from
    tasks. Where whole groups of duties are chosen, the groups move. Returns False if nothing moved.
    Raises KeyError for another direction. Places are renumbered from 1, which repairs an order
    that two people changed at once.
    """
    step = {UP: -1, DOWN: 1}[direction]
    _lock(vacancy)
    model: Any = type(next(iter(rows)))
    stored = list(model.objects.filter(vacancy=vacancy))
    groups: dict[Any, list[Any]] = {}
    for row in stored:
        groups.setdefault(row.together, []).append(row)
    parts = [*groups.values()]
    touched = [any(row in rows for row in part) for part in parts]
    whole = [all(row in rows for row in part) for part in parts]
    if model is Duty and touched == whole:
        before = [row for part in parts for row in part]
        placed = [row for part in _shifted(parts, whole, step) for row in part]
    else:
        before, placed = stored, stored[:]
        for part in parts:
            moved = iter(_shifted(part, [row in rows for row in part], step))
            placed = [next(moved) if row in part else row for row in placed]
    if placed == before:
        return False
    _place(placed)
    touch(vacancy)
    return True


def _shifted(items: Sequence[Any], chosen: Sequence[bool], step: int) -> list[Any]:
    """Return the items with each chosen one moved one place, where there is room."""
    pairs = list(zip(items, chosen, strict=True))
    places = range(1, len(pairs)) if step < 0 else range(len(pairs) - 2, -1, -1)
    for index in places:
        neighbour = index + step
        if pairs[index][1] and not pairs[neighbour][1]:
            pairs[index], pairs[neighbour] = pairs[neighbour], pairs[index]
    return [item for item, _ in pairs]


@transaction.atomic
def reorder(*, model: Any, vacancy: Vacancy, order: Sequence[int]) -> None:
    """Put the rows of a vacancy in `order` (ids). Duties stay with their group.

    A row missing from `order` stays after the row it followed; unknown ids are ignored.
    """
    _lock(vacancy)
    rows = {row.pk: row for row in model.objects.filter(vacancy=vacancy)}
    new_order = [pk for pk in dict.fromkeys(order) if pk in rows]
    before = None
    for pk in rows:
        if pk not in new_order:
            new_order.insert(new_order.index(before) + 1 if before is not None else 0, pk)
        before = pk
    _place([rows[pk] for pk in new_order])
    touch(vacancy)


@transaction.atomic
def remove(*, row: Row) -> None:
    """Remove a row from its vacancy.

    Questions of a criterion are kept: they move to another that they test, or record its text.
    """
    touch(row.vacancy)
    if isinstance(row, Criterion):
        for question in row.questions.all():
            question.criterion = question.also.exclude(pk=row.pk).first()
            question.lost_criterion = "" if question.criterion else row.text
            question.save(update_fields=["criterion", "lost_criterion"])
    row.delete()


@transaction.atomic
def merge(*, rows: Sequence[Row]) -> Row:
    """Merge rows into the first and return it, with the words and links of all.

    The others are removed. Shares of duties are added up, assessment methods of criteria combined.

    Raises ValueError, with a sentence for the user, if the text becomes too long.
    """
    first, *others = rows
    text = "; ".join(row.text.rstrip(" .;,") for row in rows[:-1]) + f"; {rows[-1].text}"
    most = first._meta.get_field("text").max_length
    if len(text) > most:
        raise ValueError(f"Together they have {len(text):,} characters. The limit is {most:,}.")
    first.text = text
    if isinstance(first, Duty):
        first.share = min(sum(row.share or 0 for row in rows), 100) or None
        first.area = next((row.area for row in rows if row.area), "")
    else:
        chosen = {method for row in rows for method in row.assessed_by}
        first.assessed_by = [method for method in METHODS if method in chosen]
    first.save()
    for row in others:
        for name in links_of(row):
            getattr(first, name).add(*getattr(row, name).all())
        remove(row=row)
    return first


def links_of(row: Row) -> list[str]:
    """Return the names of the accessors of a row for the rows linked to it."""
    options = row._meta
    return [
        *(field.name for field in options.many_to_many),
        *(relation.get_accessor_name() for relation in options.related_objects),
    ]


@transaction.atomic
def add_row(
    model: Any, vacancy: Vacancy, key: UUID, values: dict[str, Any], linked_to: Iterable[int] = ()
) -> tuple[Any, bool]:
    """Append a row of `model` and return (the row, whether it is new).

    Idempotent on `key`, the values and the ids of the rows it is linked to.
    """
    _lock(vacancy)
    key = derived_key(key, vacancy, values, linked_to)
    existing = model.objects.filter(vacancy=vacancy, key=key).first()
    if existing:
        return existing, False
    last = model.objects.filter(vacancy=vacancy).aggregate(last=Max("place"))["last"] or 0
    touch(vacancy)
    return model.objects.create(vacancy=vacancy, key=key, place=last + 1, **values), True


def _place(rows: Sequence[Row]) -> None:
    for place, row in enumerate(rows, start=1):
        row.place = place
    if rows:
        model: Any = type(rows[0])
        model.objects.bulk_update(rows, ["place"])


def _lock(vacancy: Vacancy) -> None:
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)


@transaction.atomic
def change_links(*, vacancy: Vacancy, added: Iterable[str], removed: Iterable[str]) -> None:
    """Add and remove links from criteria to duties. A cell is "criterion-duty", by id."""
    through = Criterion.duties.through.objects
    for cell in sorted(removed):
        criterion, duty = cell.split("-")
        through.filter(criterion_id=criterion, duty_id=duty).delete()
    pairs = [cell.split("-") for cell in sorted(added)]
    rows = [through.model(criterion_id=one, duty_id=other) for one, other in pairs]
    through.bulk_create(rows, ignore_conflicts=True)
    touch(vacancy)


@transaction.atomic
def change_methods(*, vacancy: Vacancy, added: set[str], removed: set[str]) -> None:
    """Add and remove assessment methods of criteria. A cell is "criterion-method"."""
    for criterion in Criterion.objects.filter(vacancy=vacancy).select_for_update():
        chosen = [
            method
            for method in METHODS
            if (cell := f"{criterion.pk}-{method}") in added
            or (method in criterion.assessed_by and cell not in removed)
        ]
        if chosen != criterion.assessed_by:
            criterion.assessed_by = chosen
            criterion.save(update_fields=["assessed_by"])
    touch(vacancy)


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
