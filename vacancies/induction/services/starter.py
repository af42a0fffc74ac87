"""The starter's own list: its secret link, what it shows, questions and answers."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from kls_portal.accounts.models import User
from kls_portal.idempotency import derived_key
from vacancies.induction.models import InductionPlan, PlanQuestion, StarterLink
from vacancies.induction.services.plans import locked, note, tasks_of_plan
from vacancies.planning.rules.checklist import Checklist
from vacancies.planning.rules.owners import OWNERS, STARTER
from vacancies.planning.rules.progress import tasks_of

LONGEST_DAYS = 365


def days_until_deleted(plan: InductionPlan, today: date) -> int:
    """Return how many days a link to the plan may last at most."""
    return max(1, min(LONGEST_DAYS, (plan.purge_on - today).days))


@transaction.atomic
def make_link(*, plan: InductionPlan, person: User, days: int, by: str) -> str:
    """Return the token of a new link to the starter's list; the link before it closes.

    Raises PlanError for a finished plan.
    """
    stored = locked(plan)
    stored.links.open().update(revoked_at=now())
    _, token = StarterLink.objects.make(days=days, plan=stored, made_by=person)
    note(stored, by, "A link for the starter was made. A link made before it was closed.")
    return token


@transaction.atomic
def close_links(*, plan: InductionPlan, by: str) -> None:
    """Close every open link to the plan."""
    if plan.links.open().update(revoked_at=now()):
        note(plan, by, "The link for the starter was closed.")


def plan_by_token(token: str) -> InductionPlan | None:
    """Return the plan whose starter's list this token opens, or None."""
    link = StarterLink.objects.open_by(token)
    return InductionPlan.objects.with_tasks().filter(pk=link.plan_id).first() if link else None


def starter_tasks(plan: InductionPlan) -> Checklist:
    """Return the tasks of the starter, and nothing else of the plan."""
    return tasks_of(tasks_of_plan(plan), OWNERS[STARTER])


@transaction.atomic
def ask(*, plan: InductionPlan, key: UUID, text: str) -> PlanQuestion:
    """Return the question. The same key and words ask it once; other words ask another."""
    stored = locked(plan)
    question, made = PlanQuestion.objects.get_or_create(
        key=derived_key(key, stored, text), defaults={"plan": stored, "text": text}
    )
    if made:
        note(stored, STARTER, "The starter asked a question.")
    return question


@transaction.atomic
def answer_question(*, question: PlanQuestion, answer: str, by: str) -> None:
    """Store the answer, which the starter reads in their list. Raises PlanError when finished."""
    stored = locked(question.plan)
    question.answer, question.answered_at = answer, now()
    question.save(update_fields=["answer", "answered_at"])
    note(stored, by, "A question was answered.")
