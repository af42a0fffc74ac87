"""The induction lines on a vacancy's first page: its plans and the starter's questions."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from kls_portal.in_words import counted, plain_date
from vacancies.induction.models import InductionPlan
from vacancies.induction.services.tasks import tasks_of_plan
from vacancies.planning.rules.standing import progress
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import Entry, Line, Waiting, link
from vacancies.posts.rules import WELCOME


def induction_lines(vacancy: Vacancy, today: date) -> Iterator[Line]:
    """Yield a line for each induction plan, or one to make a plan.

    The vacancy must be fetched with `for_plan()`.
    """
    yield link(vacancy, WELCOME, "induction_detail", "Induction checklist for this post")
    if not vacancy.induction_plans.all():
        address = f"{reverse('vacancies:plan_create')}?vacancy={vacancy.pk}"
        label = "Make the induction plan"
        yield Entry(WELCOME, "plan_create", label, address, "not-started")
        return
    mine = InductionPlan.objects.filter(vacancy=vacancy)
    plans: Iterable[Any] = mine.with_tasks().with_asked()
    for plan in plans:
        counts = progress(tasks_of_plan(plan).tasks, today)
        late = f" {counts.late} late." if counts.late else ""
        hint = f"{counts.done} of {counts.total} tasks done.{late}"
        state = "complete" if plan.finished_at else "incomplete"
        label = f"Induction plan from {plain_date(plan.starts_on)}"
        yield Entry(WELCOME, f"plan-{plan.pk}", label, plan.get_absolute_url(), state, hint)
        if plan.start_differs:
            words = "Which start date is right: the vacancy’s or the induction plan’s?"
            yield Waiting("starts", words, plan.get_absolute_url())
        if plan.asked:
            words = f"{counted(plan.asked, 'question')} from the starter"
            yield Waiting("questions", words, f"{plan.get_absolute_url()}#questions")
