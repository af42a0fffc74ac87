"""The components of plans, read from the database: template, layers and terms of probation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from django.utils.text import capfirst

from kls_portal.accounts.models import Organisation
from kls_portal.operation.site_version import reading_day
from kls_portal.plain_values import from_row
from kls_portal.reference.bindings import HOME
from kls_portal.reference.dated import DatedFact
from kls_portal.reference.facts import fact, with_facts
from kls_portal.reference.loading import load_rows, load_values
from vacancies.planning.models import InductionGroup, PlanTask, TaskChange
from vacancies.planning.rules.checklist import LINE_MANAGER, OWNERS, TemplateGroup, TemplateTask
from vacancies.planning.rules.layers import Change, Layer, Placed
from vacancies.planning.rules.probation import LAW, Law, Terms
from vacancies.planning.rules.shipped_tasks import induction_tasks, vacancy_tasks
from vacancies.planning.rules.step import milestones


def load_induction_tasks() -> Iterator[str]:
    """Load the shipped tasks of an induction, with their periods."""
    groups = enumerate(induction_tasks().groups.items(), start=1)
    rows = {code: {"name": name, "place": place} for place, (code, name) in groups}
    yield from load_rows(InductionGroup, rows)
    yield from load_values(PlanTask, induction_tasks().in_full())


def load_vacancy_tasks() -> Iterator[str]:
    return load_values(PlanTask, vacancy_tasks().in_full())


def template_of(groups: Iterable[tuple[str, str]]) -> tuple[TemplateGroup, ...]:
    """Return groups, given as (code, name), with their tasks as editors left them, in one query.

    Facts are not yet filled in, so that copies stay up to date.

    Vacancy tasks not in use are included and marked, so that plans with notes on them still show
    them. Induction tasks not in use are left out: plans keep their own copies.
    """
    by_group: dict[str, list[TemplateTask]] = defaultdict(list)
    for row in PlanTask.objects.all():
        row.in_use = row.in_use and row.is_in_force(reading_day())
        if row.in_use or row.group in milestones():
            by_group[row.group].append(row.as_value())
    return tuple(TemplateGroup(code, name, tuple(by_group[code])) for code, name in groups)


def in_words(groups: Iterable[TemplateGroup]) -> tuple[TemplateGroup, ...]:
    """Return the groups with the current facts filled in to their tasks."""
    return tuple(replace(group, tasks=tuple(map(_in_words, group.tasks))) for group in groups)


def placed_in_words(placed: Placed) -> Placed:
    return replace(placed, task=_in_words(placed.task))


def _in_words(task: TemplateTask) -> TemplateTask:
    if "{{" not in task.text + task.solo_text:
        return task
    return replace(task, text=with_facts(task.text), solo_text=with_facts(task.solo_text))


def layer_of(rows: Iterable[TaskChange], source: str) -> Layer:
    """Return the layer that some rows make up. `source` is the source of its own tasks."""
    rows = list(rows)
    return Layer(
        changes=tuple(
            from_row(Change, row, task_id=row.code, owner=OWNERS[row.owner] if row.owner else None)
            for row in rows
            if not row.is_own
        ),
        added=tuple(_own(row, source) for row in rows if row.is_own and not row.left_out),
        dropped=tuple(_own(row, source) for row in rows if row.is_own and row.left_out),
        reasons={row.code: row.reason for row in rows if row.left_out},
    )


def probation_terms(organisation: Organisation, start: date | None = None) -> Terms:
    """Return an organisation's terms of probation; no query if its settings were fetched.

    start: see `law_for`.
    """
    stored = getattr(organisation, "induction_settings", None)
    if stored is None:
        return Terms(law=law_for(start, organisation.nation))
    return Terms(stored.months, stored.notice_weeks, law_for(start, organisation.nation))


def law_for(start: date | None = None, nation: str = HOME) -> Law:
    """Return the law for a start on a day (default: today), from the dated facts.

    If one of the facts may no longer be asserted, return the shipped figures marked as lapsed.
    A nation (a key of NATIONS) without facts of its own gets those of England; its clock says to
    ask HR.
    """
    day = max(start or reading_day(), LAW.in_force)
    facts = {name: fact(name, nation, day) or fact(name, day=day) for name in _OF_LAW}
    service, notice, *others = facts.values()
    named = [one for one in others if one]
    law = replace(LAW, other_law=tuple(f"{capfirst(one.text)}." for one in named))
    if not (service and notice and service.unit in _MONTHS and notice.unit == "weeks"):
        return replace(law, is_lapsed=True, source=_cited(named))
    return replace(
        law,
        in_force=service.since or date.min,
        months=int(service.number) * _MONTHS[service.unit],
        notice_weeks=int(notice.number),
        source=_cited([service, notice, *named]),
    )


def _cited(facts: Iterable[DatedFact]) -> str:
    return " ".join(dict.fromkeys(one.cited for one in facts))


_OF_LAW = ("unfair-dismissal-service", "statutory-notice", "absence-counts", "equality-law-from")
_MONTHS = {"months": 1, "years": 12}


def _own(row: TaskChange, source: str) -> Placed:
    task = from_row(
        TemplateTask,
        row,
        id=row.code,
        text=row.text or "",
        owner=OWNERS[row.owner or LINE_MANAGER],
        due=row.due or 0,
        minutes=row.minutes or 0,
        source=source,
        confirmed=True,
    )
    return Placed(row.group or "", task)
