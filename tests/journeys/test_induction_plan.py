"""An induction from plan to purge: the manager makes it, the starter ticks by link on a telephone
without an account, the manager exports it, and on its day it is gone."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import signs_in
from vacancies.induction.services.plans import purge_plans
from vacancies.models import DeletedPlanStats, InductionPlan


@pytest.mark.parametrize("javascript", [True, False], ids=["keyboard", "without JavaScript"])
def test_an_induction_from_plan_to_purge(site, visit, people, javascript):
    manager = visit(javascript, DESKTOP)
    signs_in(manager, people.manager)
    makes_a_plan(manager)
    starter = visit(javascript, TELEPHONE)
    address = gives_a_link(manager)
    starter.goto(address)
    ticks_and_asks(starter)
    sees_it_and_answers(manager)
    downloads(manager)
    prints(manager)
    finishes(manager)
    # The browser itself says in its console that a page answered 404.
    assert starter.page.goto(f"{address}?again").status == 404
    starter.sees("This link does not work")
    is_gone_on_its_day(manager)


def makes_a_plan(manager):
    manager.follow("Induction plans of your service")
    manager.press("Make your first plan")
    manager.press("Make the plan")
    manager.sees("Enter the job title")
    manager.type("Job title", "Outreach librarian")
    manager.choose("Role", "Specialist")
    start = datetime.now(UTC) + timedelta(days=30)
    manager.type_date("Start date", str(start.day), str(start.month), str(start.year))
    manager.tick("First post in the NHS")
    manager.press("Make the plan")
    manager.sees("You made an induction plan.")
    manager.sees("Explain NHS words, pay bands and how the Trust is organised")
    manager.sees("Meet the lead of each clinical team you will serve, and ask what they need")


def gives_a_link(manager):
    manager.follow("Link for the starter")
    manager.pick("How long should the link work?", "90 days")
    manager.press("Make a link")
    address = manager.page.locator("#secret-link").input_value()
    manager.follow("Go back to the plan")
    return address


def ticks_and_asks(starter):
    text = "Book statutory and mandatory training"
    starter.press(text, "checkbox")
    starter.sees("1 of ")
    starter.type("Ask your manager", "Where do I park?")
    starter.press("Send your question")
    starter.sees("There is no answer yet.")


def sees_it_and_answers(manager):
    manager.goto(InductionPlan.objects.get().get_absolute_url())
    manager.sees("(Starter)")
    manager.follow("Where do I park?")
    manager.type("Your answer", "Behind the chapel")
    manager.press("Save your answer")
    manager.press("Ask about adjustments and equipment", "checkbox")
    manager.sees("2 of ")


def downloads(manager):
    with manager.page.expect_download() as found:
        manager.reach(manager.page.get_by_role("link", name="Plan as PDF"))
        manager.page.keyboard.press("Enter")
    assert found.value.suggested_filename.startswith("induction-plan-outreach-librarian-")


def prints(manager):
    """On paper the page has boxes to tick, and nothing to press."""
    page = manager.page
    page.emulate_media(media="print")
    assert page.get_by_text("Ask about adjustments and equipment").first.is_visible()
    assert not page.get_by_role("checkbox").first.is_visible()
    for words in ("Add a task", "Download it", "Whose tasks"):
        assert not page.get_by_text(words).first.is_visible(), words
    box = "element => getComputedStyle(element, '::before').content"
    row = page.locator("[id^=task-]", has_text="Plan the first week with names and times")
    assert row.locator(".portal-tick-on-paper").evaluate(box).startswith('"\u2610')
    page.emulate_media(media="screen")


def finishes(manager):
    manager.follow("Finish the plan")
    manager.press("Finish the plan")
    manager.sees("stays as it was")


def is_gone_on_its_day(manager):
    day = InductionPlan.objects.get().purge_on
    list(purge_plans(datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)))
    assert DeletedPlanStats.objects.get().done == 2
    manager.goto("/vacancies/induction/plans/")
    manager.sees("Make your first plan")
