"""Changing the dates of a vacancy: moving one, taking over a proposal, marking what is done."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate, now

from vacancies.models import StepDate, Vacancy, VacancyTimeline
from vacancies.services.ordered import touch
from vacancies.services.timeline import dates_of, proposal_of
from vacancies.timeline.moving import Change, Move, move
from vacancies.timeline.order import Clash, clashes
from vacancies.timeline.timeline import Timeline

FIRST_AGAIN = "opens"
"""The step from which a vacancy is advertised again."""
LAST_BEFORE_AGAIN = ("offer", "interview")
"""The step once which is done it may be: where the contract has no offer, the interviews."""


@transaction.atomic
def move_step(
    *, vacancy: Vacancy, step_id: str, day: date | None, keep_by_hand: bool = False
) -> Move:
    """Move a step and what hangs on it. With problems nothing is written.

    Fetch the vacancy with `for_timeline()`. A moved day counts as set by hand; what moved with it
    counts as before.
    """
    dates = dates_of(vacancy)
    found = move(dates.timeline, step_id, day, dates.worked, keep_by_hand=keep_by_hand)
    as_before = {
        change.step.id
        for change in found.changes
        if change.step.id != step_id and not dates.timeline.row(change.step.id).by_hand
    }
    _write(vacancy, found.changes, as_before)
    return found


@transaction.atomic
def take_over(*, vacancy: Vacancy, move_by_hand: bool = False) -> tuple[Change, ...]:
    """Take the proposed dates over and return what changed. With problems nothing is written."""
    proposal = proposal_of(dates_of(vacancy), move_by_hand=move_by_hand)
    if proposal is None or proposal.problems:
        return ()
    _write(vacancy, proposal.changes, {change.step.id for change in proposal.changes})
    return proposal.changes


@transaction.atomic
def mark_done(*, vacancy: Vacancy, step_id: str) -> tuple[Clash, ...]:
    """Mark a step as done: on its day, or today where that is still to come.

    Returns the dates that stand in the way; then nothing is written. A step that is done already
    stays as it is.
    """
    timeline = dates_of(vacancy).timeline
    row, today = timeline.row(step_id), localdate()
    if row.done:
        return ()
    day = min(row.day or today, today)
    known = set(clashes(timeline))
    found = tuple(one for one in clashes(timeline.on({step_id: day})) if one not in known)
    if not found:
        changes = (Change(row.step, row.day, day),) if day != row.day else ()
        _write(vacancy, changes, set())
        _row(vacancy, step_id, done_at=now())
        touch(vacancy)
    return found


@transaction.atomic
def mark_not_done(*, vacancy: Vacancy, step_id: str) -> None:
    """Take the mark away; the date stays."""
    vacancy.step_dates.filter(code=step_id).update(done_at=None)
    touch(vacancy)


def may_advertise_again(timeline: Timeline) -> bool:
    """Whether the vacancy is so far on that somebody may want to begin once more."""
    done = {row.id: row.done for row in timeline.rows}
    return next((done[step_id] for step_id in LAST_BEFORE_AGAIN if step_id in done), False)


@transaction.atomic
def advertise_again(*, vacancy: Vacancy) -> None:
    """Take the marks away from the opening of the advert on, so that these dates move again.

    From steps that the contract leaves out, too: they are of the round before if they come back.
    """
    timeline = dates_of(vacancy).whole
    for row in (timeline.row(FIRST_AGAIN), *timeline.below(FIRST_AGAIN)):
        if row.day or row.done:
            _row(vacancy, row.id, done_at=None, proposed=row.day)
    touch(vacancy)


def _write(vacancy: Vacancy, changes: Iterable[Change], worked_out: Collection[str]) -> None:
    """Store the changed days. worked_out: the steps whose day was not set by hand."""
    changes, columns = list(changes), ["changed"]
    for change in changes:
        values = {} if change.step.column else {"day": change.day}
        if change.step.id in worked_out:
            values["proposed"] = change.day
        if values:
            _row(vacancy, change.step.id, **values)
        if change.step.column:
            setattr(vacancy, change.step.column, change.day)
            columns.append(change.step.column)
    if changes:
        vacancy.save(update_fields=columns)
        VacancyTimeline.objects.update_or_create(
            vacancy=vacancy, defaults={"last_moves": [_plain(change) for change in changes]}
        )


def _row(vacancy: Vacancy, step_id: str, **values: object) -> None:
    StepDate.objects.update_or_create(vacancy=vacancy, code=step_id, defaults=values)


def _plain(change: Change) -> list[str]:
    before, day = (one.isoformat() if one else "" for one in (change.before, change.day))
    return [change.step.id, before, day]
