"""Stored differences as layers, and layers as stored differences."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from kls_portal.accounts.models import Organisation
from vacancies.induction.models.plan import PlanTask
from vacancies.induction.models.template import InductionGroup, LayerTask, OrganisationTask
from vacancies.induction.rules.layers import Change, Layer, Placed, difference, find, layered
from vacancies.induction.services.checklists import owner_of, template
from vacancies.planning.rules.checklist import TemplateGroup, TemplateTask

FROM_ORGANISATION, FROM_PLAN = "Your organisation", "This plan"


def layer_of(rows: Iterable[LayerTask], source: str, only_for: tuple[str, ...] = ()) -> Layer:
    """Return the layer of some rows. `source` says where its own tasks come from.

    `only_for` stands for own tasks that name nobody themselves.
    """
    rows = list(rows)
    return Layer(
        changes=tuple(_change(row) for row in rows if not row.is_own),
        added=tuple(_own(row, source, only_for) for row in rows if row.is_own and not row.left_out),
    )


def organisation_groups(organisation: Organisation) -> tuple[TemplateGroup, ...]:
    """Return the template as an organisation has it."""
    return layered(template(), organisation_layer(organisation))


def organisation_layer(organisation: Organisation) -> Layer:
    """Return what an organisation says about the template."""
    return layer_of(organisation.induction_tasks.all(), FROM_ORGANISATION)


@transaction.atomic
def change_task(*, rows: Any, above: Placed, wanted: Placed) -> None:
    """Store how a layer wants a task of the layers above; nothing where it wants it as it is.

    rows: the manager of the layer's rows, such as `organisation.induction_tasks`.
    """
    change = difference(above, wanted)
    values: dict[str, Any] = {
        "text": change.text,
        "owner": change.owner.slug if change.owner else None,
        "due": change.due,
        "group": _group(change.group),
        "minutes": change.minutes,
        "left_out": False,
    }
    if rows.model is PlanTask:
        values["at"] = change.at
    if all(value in (None, False) for value in values.values()):
        rows.filter(code=change.task_id, is_own=False).delete()
    else:
        rows.update_or_create(code=change.task_id, defaults={**values, "is_own": False})


@transaction.atomic
def add_task(*, rows: Any, key: UUID, prefix: str, wanted: Placed) -> LayerTask:
    """Return the row of a task of the layer's own. Sent twice with one key, it is added once."""
    if found := rows.filter(key=key).first():
        return found
    return rows.create(
        key=key,
        code=f"{prefix}-{key.hex[:16]}",
        is_own=True,
        only_for=list(wanted.task.only_for),
        **({"roles": list(wanted.task.roles)} if rows.model is OrganisationTask else {}),
        **_values(wanted, rows.model),
    )


@transaction.atomic
def change_own_task(*, row: LayerTask, wanted: Placed) -> None:
    """Store new words for a task of the layer's own."""
    for name, value in _values(wanted, type(row)).items():
        setattr(row, name, value)
    if isinstance(row, OrganisationTask):
        row.only_for = list(wanted.task.only_for)
        row.roles = list(wanted.task.roles)
    row.save()


@transaction.atomic
def leave_out(*, rows: Any, code: str) -> None:
    """Leave a task out of a layer: an own one is deleted, another is marked."""
    deleted, _ = rows.filter(code=code, is_own=True).delete()
    if not deleted:
        rows.update_or_create(code=code, defaults={"left_out": True, "is_own": False})


@transaction.atomic
def restore(*, rows: Any, code: str) -> None:
    """Let a task be as in the layers above again."""
    rows.filter(code=code, is_own=False).delete()


def above_organisation(code: str) -> Placed | None:
    """Return a task as the national template has it, or None."""
    return find(template(), code)


def _change(row: LayerTask) -> Change:
    return Change(
        task_id=row.code,
        left_out=row.left_out,
        text=row.text,
        owner=owner_of(row.owner) if row.owner else None,
        due=row.due,
        group=row.group.code if row.group else None,
        minutes=row.minutes,
        at=getattr(row, "at", None),
    )


def _own(row: LayerTask, source: str, only_for: tuple[str, ...]) -> Placed:
    task = TemplateTask(
        id=row.code,
        text=row.text or "",
        owner=owner_of(row.owner or "line-manager"),
        due=row.due or 0,
        source=source,
        confirmed=True,
        roles=tuple(row.roles) if isinstance(row, OrganisationTask) else (),
        only_for=tuple(row.only_for) or only_for,
        minutes=row.minutes or 0,
        at=getattr(row, "at", None),
    )
    return Placed(row.group.code if row.group else "", task)


def _values(wanted: Placed, model: type[LayerTask]) -> dict[str, Any]:
    task = wanted.task
    values = {
        "text": task.text,
        "owner": task.owner.slug,
        "due": task.due,
        "group": _group(wanted.group_id),
        "minutes": task.minutes,
    }
    return {**values, "at": task.at} if model is PlanTask else values


def _group(code: str | None) -> InductionGroup | None:
    return InductionGroup.objects.filter(code=code).first() if code else None
