"""The weekly letter: what is late, due soon or asked, in vacancies and induction plans together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate, localtime

from kls_portal.accounts.models import Membership, User
from kls_portal.letters import full_address, send_letter
from kls_portal.permissions import Action, grants
from vacancies.induction.models import DigestSent, InductionPlan
from vacancies.induction.services.plans import tasks_of_plan
from vacancies.planning.rules.checklist import Owner, Task
from vacancies.planning.rules.owners import LEAD
from vacancies.planning.rules.progress import LATE, SOON, state_of
from vacancies.planning.rules.standing import next_step
from vacancies.posts.models import Vacancy
from vacancies.recruiting.services.tasks import VacancyTasks

EVERY = timedelta(days=7)
LATE_FOR_LEADS = timedelta(days=7)
"""How long something of somebody else is late before a lead hears of it. House default."""
MOST_TASKS = 20
"""Tasks of one vacancy or plan that a letter names; its page has the rest."""
AT_ONCE = 200


@dataclass(frozen=True)
class News:
    """What a letter says of one vacancy or plan. asked: questions of the starter that wait."""

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


@dataclass(frozen=True)
class Work:
    """A vacancy or plan as letters read it: whose it is, where it is, and its tasks."""

    thing: Any
    title: str
    address: str
    tasks: tuple[Task, ...]
    asked: int = 0


def send_digests(now: datetime) -> Iterator[str]:
    """Send each person who has something late, due soon or asked one letter; say how many.

    Whoever got one in the last seven days, or wants none, gets none. Where a person has no address
    that works, nothing is noted, so the next run tries again.
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
        yield f"Weekly letters sent: {sent}."
    if failed:
        yield f"Weekly letters that could not be sent: {failed}. The next run tries again."


def _news(now: datetime) -> Iterator[tuple[User, list[News]]]:
    """Yield each person who is due a letter, with what stands in it: vacancies, then plans."""
    got_one = DigestSent.objects.filter(sent_at__gt=now - EVERY)
    recently = set(got_one.values_list("user", flat=True))
    today = localtime(now).date()
    by_user: dict[User, list[News]] = {}
    for work in (*_vacancies(), *_plans()):
        for membership in work.thing.organisation.active_members:
            person = membership.user
            is_due = person.wants_digest and person.pk not in recently
            if is_due and (news := _for(membership, work, today)):
                by_user.setdefault(person, []).append(news)
    yield from by_user.items()


def _members() -> "Prefetch[Any]":
    members = Membership.objects.filter(user__is_active=True).select_related("user").order_by("pk")
    return Prefetch("organisation__memberships", members, to_attr="active_members")


def _vacancies() -> Iterator[Work]:
    """Yield the vacancies whose plan is not at its end; their next step counts as a task."""
    rows = Vacancy.objects.for_plan().prefetch_related(_members()).order_by("pk")
    for vacancy in rows.iterator(chunk_size=AT_ONCE):
        plan = VacancyTasks(vacancy)
        if step := next_step(plan.dates.filled):
            who, opened = Owner("", step.step.who), localdate(vacancy.created)
            first = Task(step.id, step.step.name, who, step.day, "", True, opened=opened)
            tasks = (first, *(task for group in plan.dated() for task in group.tasks))
            address = full_address("vacancies:vacancy_detail", vacancy.pk)
            yield Work(vacancy, vacancy.title, address, tasks)


def _plans() -> Iterator[Work]:
    rows: Iterable[Any] = (
        InductionPlan.objects.open()
        .with_tasks()
        .with_asked()
        .prefetch_related(_members())
        .order_by("starts_on", "pk")
    )
    for plan in rows:
        address = full_address("vacancies:plan_detail", plan.pk)
        title = f"Induction: {plan.title}"
        yield Work(plan, title, address, tasks_of_plan(plan).tasks, plan.asked)


def _for(membership: Membership, work: Work, today: date) -> News | None:
    """Return what a member hears of a vacancy or plan; None where there is nothing to say."""
    whole = _sees_to_all(membership, work.thing)
    if not whole and not grants(membership, Action.LEAD):
        return None
    states = [(state_of(task, today), task) for task in work.tasks]
    told = [(state, task) for state, task in states if whole or _reaches_leads(state, task, today)]
    late = tuple(task for state, task in told if state == LATE)
    soon = tuple(task for state, task in told if state == SOON)
    asked = work.asked if whole else 0
    return News(work.title, work.address, late, soon, asked) if late or soon or asked else None


def _sees_to_all(membership: Membership, thing: Any) -> bool:
    """Whether a member hears of all of it: who opened it, or the lead once that one has left."""
    members = thing.organisation.active_members
    if any(member.user_id == thing.created_by_id for member in members):
        return bool(membership.user_id == thing.created_by_id)
    return grants(membership, Action.LEAD)


def _reaches_leads(state: str, task: Task, today: date) -> bool:
    """Whether leads hear of a task of somebody else: their own, and what is late for a week."""
    if task.owner.slug == LEAD:
        return True
    return state == LATE and task.due is not None and task.due < today - LATE_FOR_LEADS


def _send(user: User, news: list[News]) -> bool:
    return send_letter(
        to=user.email,
        subject="What is due in your vacancies and inductions",
        template="vacancies/overview/letters/digest.txt",
        context={"news": news, "switch_off": full_address("account_change_password")},
    )
