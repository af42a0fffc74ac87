"""What people do to the checklists of a vacancy: tick, change, add, leave out, take in again."""

from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from kls_portal.accounts.models import User
from vacancies.checklists.stage import StageTask
from vacancies.checklists.stage_record import plain_stage_task
from vacancies.models import StageChange, Vacancy
from vacancies.services.ordered import touch
from vacancies.services.stages import stage_of
from vacancies.services.ticks import keep_tick, take_tick_away

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
    answers = sorted((name, str(value)) for name, value in values.items())
    own_key = uuid5(key, repr((vacancy.pk, stage, answers)))
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
