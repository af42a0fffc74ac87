"""From the channels to the letter and the outcome, by keyboard on a telephone; and without
JavaScript."""

import pytest
from django.conf import settings
from django.utils.timezone import localdate

from tests.journeys.conftest import TELEPHONE
from tests.journeys.visitor import Visitor
from vacancies.models import AdvertChoice, Outcome, Vacancy


@pytest.fixture
def manager_of(server, people, client_of):
    """Return a function that signs a visitor in as the manager."""

    def signed_in(visitor: Visitor) -> Visitor:
        cookie = client_of(people.manager).cookies[settings.SESSION_COOKIE_NAME]
        visitor.page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": server.url}]
        )
        return visitor

    return signed_in


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
    )


@pytest.mark.thorough
def test_a_manager_plans_adverts_makes_the_case_and_writes_down_what_came_of_it(
    vacancy, visit, manager_of
):
    manager = manager_of(visit(screen=TELEPHONE))
    manager.goto(vacancy.get_absolute_url())
    manager.follow("Advert plan: where to advertise, and when")
    manager.tick("NHS Jobs")
    manager.press("Save the channels")
    manager.sees("No channel in this plan reaches people outside the NHS.")
    manager.tick("Information Professional Jobs")
    manager.press("Save the channels")
    manager.sees("7 working days, for Information Professional Jobs.")
    manager.follow("Add the cost and the cost code.")
    manager.type("Who sends it? (optional)", "Library manager")
    manager.type("Cost (optional)", "£450")
    manager.type("Cost code (optional)", "LIB1")
    manager.press("Save this channel")
    manager.follow("Write the case for paid advertising.")
    manager.type("Why is this post hard to recruit to?", "Two rounds without applicants.")
    manager.press("Save the reasons")
    manager.reach(manager.page.get_by_role("link", name="Letter as Word"))
    with manager.page.expect_download() as download:
        manager.page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("case-for-paid-advertising-librarian")
    counts_what_came_of_it(manager, vacancy)


def counts_what_came_of_it(manager: Visitor, vacancy: Vacancy) -> None:
    manager.goto(vacancy.get_absolute_url())
    manager.follow("Outcome: how it went")
    manager.press("Record the outcome")
    today = localdate()
    day, month, year = (str(part) for part in (today.day, today.month, today.year))
    manager.type_date("When was the post filled?", day, month, year)
    manager.type("Applications", "12")
    manager.press("Save the outcome")
    manager.follow("NHS Jobs")
    manager.type("Applications", "7")
    manager.press("Save these numbers")
    manager.sees("The channels add up to 7 applications of 12.")
    manager.follow("Open this vacancy again")
    manager.press("Open the vacancy again")
    manager.sees("You opened the vacancy again.")
    assert [one.applications for one in Outcome.objects.all()] == [None, 12]


@pytest.mark.thorough
def test_channels_are_chosen_without_javascript(vacancy, visit, manager_of):
    manager = manager_of(visit(javascript=False))
    manager.goto(f"{vacancy.get_absolute_url()}advert-plan/")
    manager.tick("LinkedIn")
    manager.press("Save the channels")
    manager.sees("Channels added: 1.")
    manager.follow("LinkedIn", within="main")
    manager.follow("Remove it from the plan")
    manager.press("Remove it from the plan")
    manager.sees("You removed LinkedIn from the plan.")
    assert not AdvertChoice.objects.exists()
