"""The handover of a post: its link, its answers, and what becomes of them."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from uuid import uuid5

from django.db import transaction
from django.utils.timezone import localdate, localtime, now

from kls_portal.accounts.models import User
from vacancies.checklists.checklist import TemplateTask
from vacancies.checklists.layers import Placed
from vacancies.models import InductionPlan, InductionTask, LeaverAnswers, LeaverLink, Vacancy
from vacancies.models.duty import LONGEST_DUTY
from vacancies.models.induction_layer import LONGEST_TASK
from vacancies.models.vacancy import LONGEST_TEXT
from vacancies.retention.leaver import DECISION, DUTY, QUESTIONS, RELATIONSHIP, Line, lines_of
from vacancies.services.checklists import owner_of
from vacancies.services.induction_tasks import add_plan_task
from vacancies.services.ordered import add_duty

LINK_DAYS = 30
# House default: as long as an induction plan.
KEPT_DAYS = 200
GROUP = "week-one"


def answers_of(vacancy: Vacancy) -> LeaverAnswers:
    """Return the stored answers, or empty ones that are not stored yet."""
    found = LeaverAnswers.objects.filter(vacancy=vacancy).first()
    return found or LeaverAnswers(vacancy=vacancy, purge_on=_purge_day(vacancy))


def kept_answers_of(vacancy: Vacancy) -> LeaverAnswers:
    """Return the stored answers to change, stored now where there were none."""
    day = _purge_day(vacancy)
    found, _ = LeaverAnswers.objects.get_or_create(vacancy=vacancy, defaults={"purge_on": day})
    return found


def _purge_day(vacancy: Vacancy) -> date:
    return max(vacancy.starts_on or localdate(), localdate()) + timedelta(days=KEPT_DAYS)


def lines(vacancy: Vacancy) -> tuple[Line, ...]:
    """Return the lines of the answers."""
    row = answers_of(vacancy)
    return lines_of({question.id: getattr(row, question.id) for question in QUESTIONS})


@transaction.atomic
def make_leaver_link(*, vacancy: Vacancy, person: User) -> str:
    """Return the token of a new link; the one before it closes."""
    close_leaver_links(vacancy=vacancy)
    _, token = LeaverLink.objects.make(days=LINK_DAYS, vacancy=vacancy, made_by=person)
    return token


def close_leaver_links(*, vacancy: Vacancy) -> int:
    """Close every open link; return how many there were."""
    return vacancy.leaver_links.open().update(revoked_at=now())


def vacancy_by_token(token: str) -> Vacancy | None:
    """Return the vacancy whose ten questions this token opens, or None."""
    link = LeaverLink.objects.open_by(token)
    return Vacancy.objects.select_related("organisation").get(pk=link.vacancy_id) if link else None


@transaction.atomic
def use_lines(
    *, vacancy: Vacancy, facts: Collection[str], tasks: Collection[str], by: str
) -> tuple[int, int]:
    """Let chosen lines become facts of the draft and tasks of the open plan of the vacancy.

    facts and tasks: ids of lines; by: the role of who chose. A line used twice is used once.
    Returns how many facts and tasks were asked for and taken. Raises PlanError for a plan that
    was finished meanwhile.
    """
    known = lines(vacancy)
    wanted = [line for line in known if line.id in facts and line.question.fact]
    for line in wanted:
        _use_fact(vacancy, line)
    plan = open_plan(vacancy)
    for_plan = [line for line in known if line.id in tasks and line.question.task] if plan else []
    for line in for_plan:
        add_plan_task(
            plan=plan, key=uuid5(plan.key, line.id), wanted=Placed(GROUP, _task(line)), by=by
        )
    return len(wanted), len(for_plan)


def open_plan(vacancy: Vacancy) -> InductionPlan | None:
    """Return the newest open induction plan of the vacancy, or None."""
    return vacancy.induction_plans.open().order_by("-id").first()


def purge_leaver_answers(moment: datetime) -> Iterator[str]:
    """Delete the answers whose day has come; say how many there were."""
    expired = LeaverAnswers.objects.filter(purge_on__lte=localtime(moment).date())
    number = expired.count()
    expired.delete()
    if number:
        yield f"Deleted the handover answers of {number} post{'s' if number > 1 else ''}."


def _use_fact(vacancy: Vacancy, line: Line) -> None:
    if line.question.fact == DUTY:
        add_duty(
            vacancy=vacancy,
            text=line.text[:LONGEST_DUTY],
            key=uuid5(vacancy.key, line.id),
            group="",
            share=None,
            area="",
        )
        return
    column = {RELATIONSHIP: "relationships", DECISION: "decides"}[line.question.fact]
    stored = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    before = getattr(stored, column)
    together = f"{before}\n{line.text}".strip()
    if line.text not in before.splitlines() and len(together) <= LONGEST_TEXT:
        setattr(stored, column, together)
        stored.save(update_fields=[column, "changed"])


def _task(line: Line) -> TemplateTask:
    words = line.task_words
    text = words if len(words) <= LONGEST_TASK else f"{words[: LONGEST_TASK - 1]}…"
    owner = owner_of(InductionTask.Owner.STARTER)
    return TemplateTask(line.id, text, owner, line.question.due, "", True)
