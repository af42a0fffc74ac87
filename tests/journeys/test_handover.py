"""From the one who leaves to the successor, and a form for a talk, by keyboard."""

from datetime import date

import pytest
from django.conf import settings

from tests.journeys.conftest import TELEPHONE
from vacancies.models import InductionPlan, Vacancy


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    """The manager's vacancy, with an induction plan for the successor."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )
    InductionPlan.objects.create(
        organisation=people.northfield,
        vacancy=vacancy,
        created_by=people.manager,
        title="Librarian",
        starts_on=date(2027, 1, 11),
        purge_on=date(2027, 8, 1),
    )
    return vacancy


@pytest.mark.thorough
def test_what_the_handover_says_reaches_the_draft_and_the_successor(
    vacancy, visit, server, client_of, people
):
    manager = visit()
    cookie = client_of(people.manager).cookies[settings.SESSION_COOKIE_NAME]
    manager.page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": server.url}]
    )
    manager.goto(f"/vacancies/{vacancy.pk}/handover/")
    manager.follow("Ask through a secret link, without an account")
    manager.press("Make a link")
    address = manager.page.locator("#secret-link").input_value()

    handover = visit(javascript=False, screen=TELEPHONE)
    handover.goto(address)
    handover.type("What do you do that is not in the job description?", "Keeps the archive")
    handover.type("What is under way and not finished?", "Stock check of the stack")
    handover.press("Save my answers")
    handover.sees("Your answers are saved.")

    manager.goto(f"/vacancies/{vacancy.pk}/handover/")
    manager.tick("Duty: Keeps the archive")
    manager.tick("Carry on with: Stock check of the stack")
    manager.press("Use what is ticked")
    manager.sees("Facts added to the draft: 1. Tasks added: 1.")
    manager.follow("induction plan")
    manager.sees("Carry on with: Stock check of the stack")


@pytest.mark.thorough
def test_a_form_for_a_talk_is_made_on_the_spot(vacancy, visit):
    visitor = visit(screen=TELEPHONE)
    visitor.goto("/vacancies/retention/")
    visitor.follow("Stay conversation")
    visitor.type("Your own questions (optional)", "What made you laugh?")
    visitor.reach(visitor.page.get_by_role("button", name="Make the form"))
    with visitor.page.expect_download() as download:
        visitor.page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".docx")
    visitor.goto("/vacancies/retention/year/")
    visitor.press("Show the year")
    visitor.sees("When each conversation falls")
