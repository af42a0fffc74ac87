"""The checklists of a vacancy, and what people do to them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime

from kls_portal.accounts.models import User
from kls_portal.idempotency import derived_key
from kls_portal.public import cached_until_publish
from kls_portal.reference.loading import load_row
from vacancies.planning.rules.checklist import Done
from vacancies.planning.rules.stage import (
    OWNERS,
    STAGES,
    GuidancePage,
    StageChecklist,
    StageSituation,
    StageTask,
    StageTemplateTask,
)
from vacancies.planning.rules.stage import (
    StageChange as PlannedChange,
)
from vacancies.planning.rules.stage_plan import done_task, plain_stage_task, stage_checklist
from vacancies.planning.services import keep_tick, take_tick_away
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch
from vacancies.recruiting.models.plan import StageChange
from vacancies.recruiting.models.plan import StageTask as TaskRow
from vacancies.recruiting.rules.stage_loading import stage_tasks

SOMEBODY = "somebody who has left"


def stage_template() -> tuple[StageTemplateTask, ...]:
    """Return the tasks of every stage as editors left them, in one query or none."""
    return cached_until_publish("stage template", _read_template)


def stage_of(vacancy: Vacancy, stage: str) -> StageChecklist:
    """Return the checklist of a stage. Fetch the vacancy with `for_stages()`: it asks no more."""
    return stage_checklist(
        stage,
        stage_template(),
        situation_of(vacancy),
        [_change(row) for row in vacancy.stage_changes.all()],
        list(_done(vacancy, stage)),
    )


def stages_of(vacancy: Vacancy) -> tuple[StageChecklist, ...]:
    """Return the checklists of every stage, in working order. Fetch the vacancy as above."""
    return tuple(stage_of(vacancy, stage) for stage in STAGES)


def situation_of(vacancy: Vacancy) -> StageSituation:
    """Return what the checklists of a vacancy are tailored by."""
    return StageSituation(
        band=vacancy.offered_band,
        route=vacancy.contract,
        dates={
            "opens": vacancy.opens_on,
            "closes": vacancy.closes_on,
            "interview": vacancy.interview_on,
            "start": vacancy.starts_on,
        },
        traits=frozenset(vacancy.traits),
        nation=vacancy.organisation.nation,
    )


def load_stage_tasks() -> Iterator[str]:
    """Load the shipped tasks, never over an editor's correction; one out of use stays out."""
    for place, task in enumerate(stage_tasks(), start=1):
        fields = {
            "stage": task.stage,
            "text": task.text,
            "owner": task.owner.slug,
            "anchor": task.anchor,
            "due": task.due,
            "page": task.page.address,
            "page_name": task.page.name,
            "source": task.source,
            "confirmed": task.confirmed,
            "bands": ",".join(task.bands),
            "routes": list(task.routes),
            "not_routes": list(task.not_routes),
            "only_for": list(task.only_for),
            "not_for": list(task.not_for),
            "place": place,
        }
        yield load_row(TaskRow, task.id, fields)


def _read_template() -> tuple[StageTemplateTask, ...]:
    return tuple(_template_task(row) for row in TaskRow.objects.all())


def _template_task(row: TaskRow) -> StageTemplateTask:
    return StageTemplateTask(
        id=row.code,
        stage=row.stage,
        text=row.text,
        owner=OWNERS[row.owner],
        anchor=row.anchor,
        due=row.due,
        page=GuidancePage(row.page_name, row.page),
        source=row.source,
        confirmed=row.confirmed,
        bands=tuple(row.bands.split(",")) if row.bands else (),
        routes=tuple(row.routes),
        not_routes=tuple(row.not_routes),
        only_for=tuple(row.only_for),
        not_for=tuple(row.not_for),
        in_use=row.in_use,
    )


def _change(row: StageChange) -> PlannedChange:
    return PlannedChange(
        task_id=row.code,
        stage=row.stage,
        is_own=row.is_own,
        text=row.text,
        owner=OWNERS[row.owner] if row.owner else None,
        due_on=row.due_on,
        note=row.note,
        left_out=row.left_out,
        reason=row.reason,
    )


def _done(vacancy: Vacancy, stage: str) -> Iterator[StageTask]:
    for row in vacancy.stage_ticks.all():
        if row.stage == stage and row.undone_at is None:
            by = str(row.done_by) if row.done_by else SOMEBODY
            yield done_task(row.frozen, Done(localtime(row.done_at), by))


OWN_CODE = "own-"
"""How codes of a vacancy's own tasks begin."""


class StageError(Exception):
    """Something cannot be done with a task. Its words are a sentence for the person."""


GONE = "That task is not in the checklist any more."
DONE_STAYS = "This task is done, so it stays. Take the tick away first."


@transaction.atomic
def tick_task(*, vacancy: Vacancy, stage: str, code: str, person: User) -> None:
    """Tick a task. One that somebody ticked already stays theirs.

    Raises StageError for a task that is not there, or left out.
    """
    stored = _locked(vacancy)
    frozen = plain_stage_task(task_in_stage(stored, stage, code))
    _, is_new = keep_tick(rows=stored.stage_ticks, code=code, frozen=frozen, by=person, stage=stage)
    if is_new:
        touch(stored)


@transaction.atomic
def untick_task(*, vacancy: Vacancy, code: str, person: User) -> None:
    """Take a tick away. The row stays, with who took it away."""
    stored = _locked(vacancy)
    if take_tick_away(rows=stored.stage_ticks, code=code, by=person):
        touch(stored)


@transaction.atomic
def add_task(*, vacancy: Vacancy, stage: str, key: UUID, **values: Any) -> None:
    """Add a task of the vacancy's own. The same key and answers add it once."""
    own_key = derived_key(key, vacancy, stage, values)
    _, made = StageChange.objects.get_or_create(
        key=own_key,
        vacancy=_locked(vacancy),
        defaults={
            "stage": stage,
            "code": f"{OWN_CODE}{own_key.hex[:16]}",
            "is_own": True,
            **values,
        },
    )
    if made:
        touch(vacancy)


@transaction.atomic
def change_task(*, vacancy: Vacancy, stage: str, code: str, **values: Any) -> None:
    """Store what the vacancy says about a task; nothing where it says nothing.

    values: columns of StageChange. Raises StageError for a task that is not there.
    """
    stored = _locked(vacancy)
    task_in_stage(stored, stage, code)
    row, _ = stored.stage_changes.update_or_create(code=code, defaults={"stage": stage, **values})
    if not (row.is_own or row.owner or row.due_on or row.note):
        row.delete()
    touch(stored)


@transaction.atomic
def leave_task_out(*, vacancy: Vacancy, stage: str, code: str, reason: str) -> None:
    """Leave a task out, with the reason. Raises StageError for a done one, or one not there.

    One that somebody left out already stays so, with their reason.
    """
    stored = _locked(vacancy)
    if stored.stage_changes.filter(code=code, left_out=True).exists():
        return
    if task_in_stage(stored, stage, code).done:
        raise StageError(DONE_STAYS)
    said = {"stage": stage, "left_out": True, "reason": reason}
    stored.stage_changes.update_or_create(code=code, defaults=said)
    touch(stored)


@transaction.atomic
def take_task_in(*, vacancy: Vacancy, code: str) -> None:
    """Take a task in again that was left out. Done twice, it changes nothing."""
    stored = _locked(vacancy)
    if stored.stage_changes.filter(code=code, left_out=True).update(left_out=False, reason=""):
        touch(stored)


def task_in_stage(vacancy: Vacancy, stage: str, code: str) -> StageTask:
    """Return a task that is not left out. Raises StageError where it is not there."""
    for task in stage_of(vacancy, stage).tasks:
        if task.id == code:
            return task
    raise StageError(GONE)


def _locked(vacancy: Vacancy) -> Vacancy:
    """Return the vacancy with its tasks, kept from others until the transaction ends."""
    rows = Vacancy.objects.for_stages().select_for_update(of=("self",))
    found = rows.filter(pk=vacancy.pk).first()
    if found is None:
        raise StageError("This vacancy is not there any more.")
    return found
