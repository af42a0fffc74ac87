"""What falls due for plans: purging, reminders, links that are withdrawn."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate, localtime

from kls_portal.accounts.models import Membership, User
from kls_portal.due import FailedError
from kls_portal.letters import full_address, send_letter
from kls_portal.permissions import Action, grants
from vacancies.induction.models import (
    DigestSent,
    InductionPlan,
    InductionPlanQuery,
    PlanLink,
    PlanTrace,
)
from vacancies.induction.services.plans import plain_layers_above, tasks_of_plan
from vacancies.planning.rules.checklist import Task
from vacancies.planning.rules.owners import LEAD
from vacancies.planning.rules.progress import LATE, SOON, state_of
from vacancies.posts.models import VacancyLink

_logger = logging.getLogger(__name__)


@transaction.atomic
def erase_plan(*, plan: InductionPlan, reason: str) -> PlanTrace | None:
    """Delete a plan with all that belongs to it; return the nameless line that remains.

    reason: a value of PlanTrace.Reason. Returns None where it was deleted meanwhile: a plan is
    counted once.
    """
    if not InductionPlan.objects.select_for_update().filter(pk=plan.pk).exists():
        return None
    tasks = tasks_of_plan(plan).tasks
    trace = PlanTrace.objects.create(
        organisation=plan.organisation,
        deleted_on=localdate(),
        reason=reason,
        started_in=plan.starts_on.year,
        tasks=len(tasks),
        done=sum(task.done is not None for task in tasks),
        done_late=sum(_was_late(task) for task in tasks),
    )
    plan.delete()
    return trace


def purge_plans(now: datetime) -> Iterator[str]:
    """Delete the plans whose purge date has come; say how many there were.

    One that cannot be deleted does not keep the others; it is logged, and FailedError raised.
    """
    expired = InductionPlan.objects.expired(localtime(now).date()).with_tasks()
    number = failed = 0
    for plan in expired:
        try:
            number += erase_plan(plan=plan, reason=PlanTrace.Reason.EXPIRED) is not None
        except Exception:
            # Whatever is wrong with one plan, the day of the others has come too.
            _logger.exception("Induction plan %s was not deleted on its purge date", plan.pk)
            failed += 1
    if number:
        yield f"Deleted {number} induction plan{'s' if number > 1 else ''} on the purge date."
    if failed:
        raise FailedError(f"Induction plans not deleted, see the log: {failed}.")


def forget_links(now: datetime) -> Iterator[str]:
    """Delete secret links to plans and vacancies that ended some time ago."""
    gone = sum(kind.objects.spent(now).delete()[0] for kind in (PlanLink, VacancyLink))
    if gone:
        yield f"Links that ended: {gone} deleted."


def _was_late(task: Task) -> bool:
    done, due = task.done, task.due
    return bool(done and done.at and due and localtime(done.at).date() > due)


EVERY = timedelta(days=7)
MOST_TASKS = 20
"""Tasks of one plan that a digest names; the plan's page has the rest."""


@dataclass(frozen=True)
class PlanNews:
    """What a digest says of one plan."""

    title: str
    address: str
    late: tuple[Task, ...]
    soon: tuple[Task, ...]
    asked: int = 0

    @property
    def shown(self) -> tuple[Task, ...]:
        """Return the tasks that are named, the late ones first."""
        return (*self.late, *self.soon)[:MOST_TASKS]

    @property
    def more(self) -> int:
        """Return how many are not named."""
        return len(self.late) + len(self.soon) - len(self.shown)


def send_digests(now: datetime) -> Iterator[str]:
    """Send each owner who has something late, due soon or asked a digest; say how many went out.

    Whoever got one in the last seven days gets none. Where a person has no address that works,
    nothing is noted, so the next run tries again.
    """
    sent = failed = 0
    for user, news in _news(now):
        with transaction.atomic():
            if _send(user, news):
                DigestSent.objects.update_or_create(user=user, defaults={"sent_at": now})
                sent += 1
            else:
                failed += 1
    if sent:
        yield f"Induction digests sent: {sent}."
    if failed:
        yield f"Induction digests that could not be sent: {failed}. The next run tries again."


def _news(now: datetime) -> Iterator[tuple[User, list[PlanNews]]]:
    """Yield each person who is due a digest, with what stands in it."""
    recently = set(
        DigestSent.objects.filter(sent_at__gt=now - EVERY).values_list("user", flat=True)
    )
    members = Membership.objects.filter(user__is_active=True).select_related("user").order_by("pk")
    plans: Iterable[Any] = (
        InductionPlan.objects.open()
        .with_tasks()
        .with_asked()
        .prefetch_related(Prefetch("organisation__memberships", members, to_attr="active_members"))
        .order_by("starts_on", "pk")
    )
    today = localtime(now).date()
    by_user: dict[User, list[PlanNews]] = {}
    for plan in plans:
        tasks = tasks_of_plan(plan).tasks
        for membership in plan.organisation.active_members:
            if membership.user_id not in recently:
                whole = _sees_to_all(membership, plan)
                own = tasks if whole else _tasks_for(membership, tasks)
                if news := _of_plan(plan, own, plan.asked if whole else 0, today):
                    by_user.setdefault(membership.user, []).append(news)
    yield from by_user.items()


def _sees_to_all(membership: Membership, plan: Any) -> bool:
    """Whether a member hears of a whole plan: its manager, or the lead once that one has left."""
    members = plan.organisation.active_members
    if any(member.user_id == plan.created_by_id for member in members):
        return membership.user_id == plan.created_by_id
    return grants(membership, Action.LEAD)


def _tasks_for(membership: Membership, tasks: Iterable[Task]) -> Iterable[Task]:
    """Return the tasks that a member hears of in the plan of somebody else."""
    if grants(membership, Action.LEAD):
        return [task for task in tasks if task.owner.slug == LEAD]
    return ()


def _of_plan(
    plan: InductionPlan, tasks: Iterable[Task], asked: int, today: date
) -> PlanNews | None:
    states = [(state_of(task, today), task) for task in tasks]
    late = tuple(task for state, task in states if state == LATE)
    soon = tuple(task for state, task in states if state == SOON)
    if not late and not soon and not asked:
        return None
    return PlanNews(plan.title, full_address("vacancies:plan_detail", plan.pk), late, soon, asked)


def _send(user: User, news: list[PlanNews]) -> bool:
    return send_letter(
        to=user.email,
        subject="Induction: what is due",
        template="vacancies/induction/letters/induction_digest.txt",
        context={"news": news},
    )


AT_ONCE = 200
"""Plans stored in one query."""


@transaction.atomic
def take_up_in(plans: InductionPlanQuery) -> None:
    """Let the open ones of these plans remember the tasks of the layers above as they are now.

    A plan does so itself with each change; called before a task goes, none loses a task that it
    showed but had not taken up yet.
    """
    found = list(plans.open().with_tasks().order_by("pk").select_for_update(of=("self",)))
    for plan in found:
        plan.taken_up = plain_layers_above(plan)
    InductionPlan.objects.bulk_update(found, ["taken_up"], batch_size=AT_ONCE)
