"""Ticking a task of any checklist: two people at once are both right. Terms of probation."""

from dataclasses import replace
from typing import Any

from django.utils.timezone import localdate, now

from kls_portal.accounts.models import Organisation
from kls_portal.reference.facts import fact
from vacancies.planning.models import Tick
from vacancies.planning.rules.probation import LAW, Law, Terms


def keep_tick(
    *, rows: Any, code: str, frozen: dict[str, Any], by: Any, **more: Any
) -> tuple[Tick, bool]:
    """Return (the tick of a task, whether it is new): one that somebody ticked stays theirs.

    rows: the manager of the checklist's ticks, such as `plan.ticks`; by: what its rows hold of who
    did it. Call it while the checklist's row is locked.
    """
    if there := rows.filter(code=code, undone_at=None).first():
        return there, False
    return rows.create(code=code, frozen=frozen, done_at=now(), done_by=by, **more), True


def take_tick_away(*, rows: Any, code: str, by: Any) -> bool:
    """Take a tick away; its row stays. Returns whether there was one."""
    taken: dict[str, Any] = {"undone_at": now(), "undone_by": by}
    return bool(rows.filter(code=code, undone_at=None).update(**taken))


def probation_terms(organisation: Organisation) -> Terms:
    """Return what an organisation says of its probation; no query for one fetched with it."""
    found = getattr(organisation, "probation", None)
    if found is None:
        return Terms(law=_law())
    return Terms(found.months, found.notice_weeks, _law())


def _law() -> Law:
    """The law's service as the dated fact has it; the shipped numbers where none is known."""
    found = fact("unfair-dismissal-service", day=max(localdate(), LAW.in_force))
    if found is None or found.since is None or found.unit != "months":
        return LAW
    return replace(LAW, in_force=found.since, months=int(found.number))
