"""The handover of a post: its answers, and their use as facts and tasks."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid5

from django.db import transaction
from django.utils.timezone import localdate, localtime

from kls_portal.calendar.working_days import days_from
from kls_portal.in_words import counted
from vacancies.drafting.models.draft import Duty
from vacancies.drafting.services.ordered import add_duty
from vacancies.induction.models import InductionPlan
from vacancies.induction.services.plans import BEFORE_DAY_ONE
from vacancies.induction.services.tasks import InductionTasks
from vacancies.planning.rules.checklist import LINE_MANAGER, STARTER
from vacancies.planning.services.tasks import register
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import LONGEST_TEXT
from vacancies.retention.models import HandoverAnswers
from vacancies.retention.rules import handover

NEW, EXISTING, NO_ROOM = "new", "existing", "no room"
# House default: as long as an induction plan.
KEPT_DAYS = 200
# The group of a task in the plan, by the working day on which it is due.
FIRST_WEEK, FIRST_MONTH, WEEK_ENDS = "week-one", "month-one", 5


@dataclass(frozen=True)
class Used:
    """The result of using lines: how many are new or existed already, and which did not fit."""

    facts: int = 0
    tasks: int = 0
    existing: int = 0
    no_room: tuple[handover.Line, ...] = ()


def answers_of(vacancy: Vacancy, *, change: bool = False) -> HandoverAnswers:
    """Return the stored answers, or else an empty instance, stored if they are to be changed."""
    day = days_from(max(vacancy.starts_on or localdate(), localdate()), KEPT_DAYS)
    rows, values = HandoverAnswers.objects, {"purge_on": day}
    if change:
        return rows.get_or_create(vacancy=vacancy, defaults=values)[0]
    return rows.filter(vacancy=vacancy).first() or HandoverAnswers(vacancy=vacancy, **values)


def lines(vacancy: Vacancy) -> tuple[handover.Line, ...]:
    return lines_in(answers_of(vacancy))


def lines_in(row: HandoverAnswers) -> tuple[handover.Line, ...]:
    return handover.lines_of(
        {question.id: getattr(row, question.id) for question in handover.QUESTIONS}
    )


def falling_due(vacancy: Vacancy, first_day: date | None) -> list[tuple[handover.Line, date]]:
    """Return (line, date) of lines due while the post is empty, soonest first.

    first_day: that of the successor, None if it is not known.
    """
    written = _written(vacancy)
    dated = [(line, handover.day_in(line.text, written)) for line in lines(vacancy)]
    gap = [(line, day) for line, day in dated if day and first_day and day < first_day]
    return sorted(gap, key=lambda one: one[1])


def _written(vacancy: Vacancy) -> date:
    changed = answers_of(vacancy).changed
    return localdate(changed) if changed else localdate()


@transaction.atomic
def use_lines(*, vacancy: Vacancy, facts: Collection[str], tasks: Collection[str]) -> Used:
    """Add chosen lines as facts to the draft and as tasks to the vacancy's open induction plan.

    facts and tasks: ids of lines. A line is added only once. Raises RefusedError if the plan was
    finished in the meantime.
    """
    known = lines(vacancy)
    used = [line for line in known if line.id in facts and line.question.fact]
    became = [_use_fact(vacancy, line) for line in used]
    plan = open_plan(vacancy)
    for_plan = [line for line in known if line.id in tasks and line.question.task]
    written = _written(vacancy)
    added = [_use_task(plan, one, handover.day_in(one.text, written)) for one in for_plan if plan]
    return Used(
        facts=became.count(NEW),
        tasks=added.count(NEW),
        existing=[*became, *added].count(EXISTING),
        no_room=tuple(line for line, what in zip(used, became, strict=True) if what == NO_ROOM),
    )


def open_plan(vacancy: Vacancy) -> InductionPlan | None:
    return vacancy.induction_plans.open().order_by("-id").first()


def purge_handover_answers(moment: datetime) -> Iterator[str]:
    """Delete the answers whose purge date has come and yield a sentence with their number."""
    expired = HandoverAnswers.objects.filter(purge_on__lte=localtime(moment).date())
    if gone := expired.delete()[0]:
        yield f"Deleted the handover answers of {counted(gone, 'post')}."


def _use_fact(vacancy: Vacancy, line: handover.Line) -> str:
    if line.question.fact == handover.DUTY:
        # The duties prefetched with the vacancy may be out of date.
        duties = Duty.objects.filter(vacancy=vacancy)
        number = duties.count()
        key = uuid5(vacancy.key, line.id)
        add_duty(vacancy=vacancy, text=line.text, key=key, group="", share=None, area="")
        return NEW if duties.count() > number else EXISTING
    column = line.question.fact
    stored = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    before = getattr(stored, column)
    together = f"{before}\n{line.text}".strip()
    if line.text in before.splitlines():
        return EXISTING
    if len(together) > LONGEST_TEXT:
        return NO_ROOM
    setattr(stored, column, together)
    stored.save(update_fields=[column, "changed"])
    return NEW


def _use_task(plan: InductionPlan, line: handover.Line, day: date | None) -> str:
    key = uuid5(plan.key, line.id)
    if plan.changes.filter(key=key).exists():
        return EXISTING
    due = line.question.due
    values = {
        "text": line.task_words,
        "owner": STARTER,
        "due": due,
        "due_on": day,
        "group": FIRST_WEEK if due < WEEK_ENDS else FIRST_MONTH,
    }
    if day and day < plan.starts_on:
        values |= {"text": line.gap_words, "owner": LINE_MANAGER, "group": BEFORE_DAY_ONE}
    InductionTasks(plan, LINE_MANAGER).add(key=key, **values)
    return NEW


@register("handover")
def handover_written(vacancy: Vacancy) -> str:
    """Return how many lines the handover has, in a sentence, "" if it has none."""
    row: HandoverAnswers | None = getattr(vacancy, "handover_answers", None)
    number = len(lines_in(row)) if row else 0
    return f"The handover has {counted(number, 'line')}." if number else ""
