"""A year of bank holidays in three nations, with the clock frozen on each of them.

The dates are those published by GOV.UK for 2027, listed here independently of the code.
"""

from datetime import date, timedelta

import pytest

from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import answers, at, fresh
from vacancies.induction.services.tasks import tasks_of_plan
from vacancies.models import InductionPlan
from vacancies.planning.rules.standing import LATE, SOON, state_of

pytestmark = pytest.mark.usefixtures("reference_data")
EVERYWHERE = [(1, 1), (3, 26), (5, 3), (5, 31), (12, 27), (12, 28)]
HOLIDAYS = {
    "ENG": [*EVERYWHERE, (3, 29), (8, 30)],
    "SCT": [*EVERYWHERE, (1, 4), (8, 2), (11, 30)],
    "NIR": [*EVERYWHERE, (3, 17), (3, 29), (7, 12), (8, 30)],
}


@pytest.mark.thorough
@pytest.mark.parametrize("nation", HOLIDAYS)
def test_a_plan_that_starts_on_each_bank_holiday_of_a_year(client_of, people, on_day, nation):
    type(people.northfield).objects.filter(pk=people.northfield.pk).update(nation=nation)
    holidays = {date(2027, month, day) for month, day in HOLIDAYS[nation]}
    for today in sorted(holidays):
        on_day(today)
        manager = client_of(people.manager)
        plan = made_on(manager, people, today)
        first = first_day_worked_after(today, holidays)
        said = f"{written(today)} is not a working day. Day one is counted as {written(first)}."
        assert said in page_of(manager, plan.get_absolute_url())
        tasks = tasks_of_plan(fresh(plan)).tasks
        in_2027 = {task.due for task in tasks if task.due.year == 2027}
        assert in_2027.isdisjoint(holidays), today
        day_one = [task for task in tasks if task.id.startswith("D")]
        assert {task.due for task in day_one} == {first}
        assert {state_of(task, first) for task in day_one} == {SOON}
        assert {state_of(task, first + timedelta(days=1)) for task in day_one} == {LATE}


def test_the_same_start_moves_on_where_the_nation_keeps_the_day(client_of, people, on_day):
    """St Patrick's Day: Northern Ireland starts a day later than England and Scotland."""
    today = date(2027, 3, 17)
    on_day(today)
    manager, first = client_of(people.manager), {}
    for nation in HOLIDAYS:
        type(people.northfield).objects.filter(pk=people.northfield.pk).update(nation=nation)
        plan = made_on(manager, people, today, title=f"Librarian {nation}")
        first[nation] = next(t.due for t in tasks_of_plan(fresh(plan)).tasks if t.id == "D1")
    assert first == {"ENG": today, "SCT": today, "NIR": today + timedelta(days=1)}


def made_on(client, people, start, **changed):
    """Return the plan that the form creates for a start on this day."""
    day, month = str(start.day), str(start.month)
    data = answers(starts_on_day=day, starts_on_month=month, **changed)
    client.post(at("plan_create"), {"organisation": str(people.northfield.pk), **data})
    return InductionPlan.objects.get(starts_on=start, title=data["title"])


def first_day_worked_after(day, holidays):
    while day in holidays or day.weekday() > 4:
        day += timedelta(days=1)
    return day


def written(day):
    return f"{day.day} {day:%B %Y}"
