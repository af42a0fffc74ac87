"""Induction plans for tests, and the day on which they are judged."""

import uuid
from datetime import date

from django.urls import reverse

from vacancies.induction.services.plans import make_plan
from vacancies.induction.services.tasks import tasks_of_plan

START = date(2027, 1, 11)
MONDAY = date(2027, 1, 18)
"""A week after the start."""


def new_plan(people, **changed):
    """A librarian's plan of the manager's, unless told otherwise."""
    values = {
        "person": people.manager,
        "organisation": people.northfield,
        "key": uuid.uuid4(),
        "title": "Librarian",
        "band": "5",
        "starts_on": START,
        **changed,
    }
    return make_plan(**values)


def fresh(plan):
    """The plan as it is stored now."""
    return type(plan).objects.with_tasks().get(pk=plan.pk)


def task(plan, code):
    """A task of the plan as it stands now, or None."""
    return next((one for one in tasks_of_plan(fresh(plan)).tasks if one.id == code), None)


def codes(plan):
    return {one.id for one in tasks_of_plan(fresh(plan)).tasks}


def at(name, *rest):
    return reverse(f"vacancies:{name}", args=rest)


def answers(**changed):
    """Good answers to the form that makes a plan; the organisation is still to be given."""
    return {
        "kind": "starter",
        "title": "Librarian",
        "band": "5",
        "starts_on_day": "11",
        "starts_on_month": "1",
        "starts_on_year": "2027",
        "weekdays": ["0", "1", "2", "3", "4"],
        "key": str(uuid.uuid4()),
        **changed,
    }
