"""The weekly email: late and upcoming tasks, questions and answers in vacancies and plans."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate, localtime

from kls_portal.accounts.models import Membership, User
from kls_portal.accounts.permissions import Action, grants
from kls_portal.emails import full_address, send_email
from vacancies.drafting.overview import with_answers_waiting
from vacancies.induction.models import DigestSent, InductionPlan
from vacancies.induction.services.tasks import tasks_of_plan
from vacancies.planning.rules.checklist import LEAD, Owner, Task
from vacancies.planning.rules.standing import LATE, SOON, next_step, state_of
from vacancies.posts.models import Vacancy
from vacancies.recruiting.services.tasks import VacancyTasks

EVERY = timedelta(days=7)
LATE_FOR_LEADS = timedelta(days=7)
"""How long a task of somebody else must be late before leads are notified. House default."""
MOST_TASKS = 20
"""Most tasks of one vacancy or plan listed in an email; its page has the rest."""
AT_ONCE = 200


@dataclass(frozen=True)
class News:
    """The section of an email about one vacancy or plan.

    late, soon: those of its tasks that one member is told of. asked: number of unanswered questions
    from the starter; said: number of reviewers' answers waiting.
    """

    thing: Any
    title: str
    address: str
    tasks: tuple[Task, ...]
    asked: int = 0
    said: int = 0
    late: tuple[Task, ...] = ()
    soon: tuple[Task, ...] = ()

    @property
    def shown(self) -> tuple[Task, ...]:
        return (*self.late, *self.soon)[:MOST_TASKS]

    @property
    def more(self) -> int:
        return len(self.late) + len(self.soon) - len(self.shown)


def send_digests(now: datetime) -> Iterator[str]:
    """Send an email to each person with news and yield sentences with the numbers.

    People who received one in the last seven days, or opted out, are skipped. An email that cannot
    be sent is not recorded, so the next run tries again.
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
        yield f"Weekly emails sent: {sent}."
    if failed:
        yield f"Weekly emails that could not be sent: {failed}. The next run tries again."


def _news(now: datetime) -> Iterator[tuple[User, list[News]]]:
    """Yield each person who is due an email with its news, vacancies before plans.

    Each vacancy and plan is calculated once, and only if a member is due an email.
    """
    due = _due_an_email(now)
    organisations = {membership.organisation_id for membership in due}
    people, today = {membership.user_id for membership in due}, localtime(now).date()
    by_user: dict[User, list[News]] = {}
    for work in (*_vacancies(organisations), *_plans(organisations)):
        for membership in work.thing.organisation.active_members:
            if membership.user_id in people and (news := _for(membership, work, today)):
                by_user.setdefault(membership.user, []).append(news)
    yield from by_user.items()


def _due_an_email(now: datetime) -> list[Membership]:
    """Return the memberships of all who want the email and received none in the last week."""
    got_one = DigestSent.objects.filter(sent_at__gt=now - EVERY).values("user")
    people = User.objects.filter(is_active=True, wants_digest=True).exclude(pk__in=got_one)
    return list(Membership.objects.filter(user__in=people))


def _members() -> "Prefetch[Any]":
    members = Membership.objects.filter(user__is_active=True).select_related("user").order_by("pk")
    return Prefetch("organisation__memberships", members, to_attr="active_members")


def _vacancies(organisations: Collection[int]) -> Iterator[News]:
    rows: Any = with_answers_waiting(Vacancy.objects.for_plan().prefetch_related(_members()))
    rows = rows.filter(organisation__in=organisations).order_by("pk")
    for vacancy in rows.iterator(chunk_size=AT_ONCE):
        address = full_address("vacancies:vacancy_detail", vacancy.pk)
        said = vacancy.answers_waiting or 0
        yield News(vacancy, vacancy.title, address, tuple(_tasks_of(vacancy)), said=said)


def _tasks_of(vacancy: Vacancy) -> Iterator[Task]:
    """Yield the next step of a vacancy, as a task, and its tasks; nothing if no step is left."""
    plan = VacancyTasks(vacancy)
    if step := next_step(plan.dates.filled):
        who, opened = Owner("", step.step.who), localdate(vacancy.created)
        yield Task(step.id, step.step.name, who, step.day, "", True, opened=opened)
        yield from (task for group in plan.dated() for task in group.tasks)


def _plans(organisations: Collection[int]) -> Iterator[News]:
    rows: Iterable[Any] = (
        InductionPlan.objects.open()
        .filter(organisation__in=organisations)
        .with_tasks()
        .with_asked()
        .prefetch_related(_members())
        .order_by("starts_on", "pk")
    )
    for plan in rows:
        address = full_address("vacancies:plan_detail", plan.pk)
        title = f"Induction: {plan.title}"
        yield News(plan, title, address, tasks_of_plan(plan).tasks, plan.asked)


def _for(membership: Membership, news: News, today: date) -> News | None:
    """Return what a member is told of the news of a vacancy or plan, if anything."""
    whole = _gets_all_news(membership, news.thing)
    if not (whole or grants(membership, Action.LEAD)):
        return None
    if not whole:
        own = [task for task in news.tasks if _reaches_leads(state_of(task, today), task, today)]
        news = replace(news, tasks=tuple(own), asked=0, said=0)
    states = [(state_of(task, today), task) for task in news.tasks]
    late = tuple(task for state, task in states if state == LATE)
    soon = tuple(task for state, task in states if state == SOON)
    return replace(news, late=late, soon=soon) if late or soon or news.asked or news.said else None


def _gets_all_news(membership: Membership, thing: Any) -> bool:
    """Whether a member is sent all news: its creator, or the lead once the creator has left."""
    members = thing.organisation.active_members
    if any(member.user_id == thing.created_by_id for member in members):
        return bool(membership.user_id == thing.created_by_id)
    return grants(membership, Action.LEAD)


def _reaches_leads(state: str, task: Task, today: date) -> bool:
    """Whether leads are sent a task of others' work: their own tasks, and those a week late."""
    if task.owner.slug == LEAD:
        return True
    return state == LATE and task.due is not None and task.due < today - LATE_FOR_LEADS


def _send(user: User, news: list[News]) -> bool:
    return send_email(
        to=user.email,
        subject="What is due in your vacancies and inductions",
        template="vacancies/overview/emails/digest.txt",
        context={"news": news, "switch_off": full_address("account_change_password")},
        automatic=True,
    )
