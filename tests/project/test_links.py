"""Every link leads somewhere, and no two pages have one title: a walk from the home page, signed
out and as a manager.
"""

import re
import uuid
from datetime import date

import pytest

from tests.project.walk import LINK, shared_titles, walk
from tests.vacancies.conftest import make_criterion
from vacancies.models import PlanQuestion, Vacancy
from vacancies.services.induction_plans import make_plan
from vacancies.services.ordered import add_duty, add_question
from vacancies.services.versions import freeze_draft

FRAGMENT = re.compile(r'\sid="([^"]+)"')
ENOUGH = 50


@pytest.fixture
def twins(site, people):
    """Two posts of one title and band, each with rows in the same words, and two plans of them."""
    for number in range(2):
        vacancy = Vacancy.objects.create(
            organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
        )
        for _ in range(2):
            add_duty(vacancy=vacancy, text="Answers enquiries", key=uuid.uuid4())
            criterion = make_criterion(vacancy, "Searches")
            asked = {"method": "interview", "text": "How do you search?"}
            add_question(vacancy=vacancy, key=uuid.uuid4(), criterion=criterion, **asked)
            freeze_draft(vacancy=vacancy, person=people.manager, key=uuid.uuid4())
            if number == 0:
                break  # the pages of rows are there once for each post, and twice for one
        plan = make_plan(
            person=people.manager,
            organisation=people.northfield,
            key=uuid.uuid4(),
            title="Librarian",
            starts_on=date(2027, 5, 4),
        )
        PlanQuestion.objects.create(plan=plan, text="Where do I park?")


@pytest.mark.parametrize("role", [None, "manager"])
def test_no_link_is_dead_and_no_title_stands_twice(twins, people, client_of, role):
    pages = walk(client_of(role and getattr(people, role)))
    assert len(pages) > ENOUGH
    assert shared_titles(pages) == {}
    wrong = []
    for address, page in pages.items():
        ids = set(FRAGMENT.findall(page))
        assert len(ids) == len(FRAGMENT.findall(page)), f"an id stands twice on {address}"
        wrong += [
            f"{address}{link}"
            for link in LINK.findall(page)
            if link.startswith("#") and link[1:] not in ids
        ]
    assert wrong == []
