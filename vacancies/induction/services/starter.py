"""Access to a plan without an account: secret links, own tasks and questions."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import now

from kls_portal.accounts.models import User
from kls_portal.idempotency import derived_key
from vacancies.induction.models import InductionPlan, PlanLink, PlanQuestion
from vacancies.induction.services.tasks import locked, log_event, tasks_of_plan
from vacancies.planning.rules.checklist import OWNERS, Checklist
from vacancies.planning.rules.standing import tasks_of

LONGEST_DAYS = 365
"""Most days for which a link works, if the plan is kept as long."""


@transaction.atomic
def make_link(
    *, plan: InductionPlan, person: User, days: int, by: str, kind: str = PlanLink.Kind.STARTER
) -> str:
    """Return the token of a new link to somebody's own tasks and close the previous link.

    kind: a value of PlanLink.Kind. Raises RefusedError for a finished plan.
    """
    stored = locked(plan)
    token = PlanLink.objects.replace(days=days, made_by=person, plan=stored, kind=kind)
    whose = PlanLink.Kind(kind).label.lower()
    log_event(stored, by, f"A link for the {whose} was made. A link made before it was closed.")
    return token


@transaction.atomic
def close_links(*, plan: InductionPlan, by: str, kind: str = PlanLink.Kind.STARTER) -> None:
    if plan.links.filter(kind=kind).close():
        log_event(plan, by, f"The link for the {PlanLink.Kind(kind).label.lower()} was closed.")


def plan_link(token: str) -> PlanLink | None:
    """Return the link that a token opens, with its plan and tasks, or None."""
    plans: Any = Prefetch("plan", InductionPlan.objects.with_tasks())
    return PlanLink.objects.prefetch_related(plans).open_by(token)


def own_tasks(link: PlanLink) -> Checklist:
    """Return only those tasks of the plan that the recipient of the link owns."""
    return tasks_of(tasks_of_plan(link.plan), OWNERS[link.kind])


@transaction.atomic
def ask(*, plan: InductionPlan, key: UUID, text: str) -> PlanQuestion:
    """Return the question, stored once for the same key and text, and once while unanswered.

    Whoever goes back in the browser gets a new page, with a new key and the old words.
    """
    stored = locked(plan)
    if waiting := stored.questions.filter(text=text, answer="").first():
        return waiting
    question, made = PlanQuestion.objects.get_or_create(
        key=derived_key(key, stored, text), defaults={"plan": stored, "text": text}
    )
    if made:
        log_event(stored, PlanLink.Kind.STARTER, "The starter asked a question.")
    return question


@transaction.atomic
def answer_question(*, question: PlanQuestion, answer: str, by: str) -> None:
    """Store the answer, which the starter's list shows. Raises RefusedError for a finished plan."""
    stored = locked(question.plan)
    question.answer, question.answered_at = answer, now()
    question.save(update_fields=["answer", "answered_at"])
    log_event(stored, by, "A question was answered.")
