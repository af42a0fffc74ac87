"""A manager plans a vacancy backwards, moves a date and marks a step: by keyboard, with and without
JavaScript."""

from datetime import date

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import signs_in
from vacancies.models import StepDate, Vacancy


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
    )


@pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["keyboard", "telephone without JavaScript"],
)
def test_a_manager_plans_backwards_and_moves_a_date(vacancy, visit, tmp_path, javascript, screen):
    year = date.today().year + 1
    manager = visit(javascript, screen)
    signs_in(manager, vacancy.created_by, vacancy.get_absolute_url())
    manager.follow("The whole plan", exact=False, within="main")
    manager.press("Say when you need someone by")
    manager.type_date("When do you need someone by?", "31", "2", str(year))
    manager.press("Save and continue")
    manager.sees("must be a real date")
    manager.type_date("When do you need someone by?", "5", "10", str(year))
    manager.press("Save and continue")
    manager.sees("Dates now and as proposed")
    manager.press("Accept these dates")
    manager.sees("You accepted the proposed dates.")
    vacancy.refresh_from_db()
    closed, interviews = vacancy.closes_on, vacancy.interview_on
    opens_part(manager, "Advertise it")
    manager.follow("Advert closes", within="main")
    manager.press("A week later")
    manager.sees("You moved “Advert closes”.")
    vacancy.refresh_from_db()
    assert vacancy.closes_on > closed
    assert vacancy.interview_on > interviews
    manager.follow("Go back to the plan")
    manager.follow("Approval to recruit", within="main")
    manager.press("Done")
    assert StepDate.objects.get(code="approval").done_at
    manager.follow("Go back to the plan")
    opens_part(manager, "Choose")
    manager.follow("Interviews", within="main")
    manager.type_date("Date", "1", "1", str(year))
    manager.press("See what moves")
    manager.sees("must come after")
    manager.follow("Go back to the plan")
    opens_part(manager, "Download the plan")
    manager.reach(manager.page.locator("main a[href$='.ics']"))
    with manager.page.expect_download() as taken:
        manager.page.keyboard.press("Enter")
    taken.value.save_as(tmp_path / "timeline.ics")
    assert b"BEGIN:VEVENT" in (tmp_path / "timeline.ics").read_bytes()


def opens_part(visitor, name):
    visitor.reach(visitor.page.locator("summary", has_text=name).first)
    visitor.page.keyboard.press("Enter")
