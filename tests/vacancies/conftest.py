"""A vacancy with duties and criteria."""

import uuid

import pytest

from vacancies.models import Criterion, Duty, Vacancy
from vacancies.services.ordered import add_criterion, add_duty


@pytest.fixture
def vacancy(people) -> Vacancy:
    """The manager's vacancy, with nothing but its title."""
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )


@pytest.fixture
def duties(vacancy) -> list[Duty]:
    texts = ("Answers enquiries", "Teaches searching", "Orders books")
    return [add_duty(vacancy=vacancy, text=text, key=uuid.uuid4()) for text in texts]


@pytest.fixture
def criterion(vacancy, duties) -> Criterion:
    """An essential criterion, assessed by interview, linked to the first duty."""
    return add_criterion(
        vacancy=vacancy,
        key=uuid.uuid4(),
        duties=duties[:1],
        text="Can plan a search",
        category="skills",
        essential=True,
        assessed_by=["interview"],
    )


@pytest.fixture
def as_manager(people, client_of):
    return client_of(people.manager)
