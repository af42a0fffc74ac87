"""A manager follows the checklists of a vacancy from advert to appointment, with the keyboard; on a
telephone without JavaScript a colleague ticks."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import signs_in
from vacancies.models import StageTick, Vacancy

TASK = "Plan how, where and when to advertise."


def in_days(number) -> date:
    return localdate() + timedelta(days=number)


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    """A vacancy with its dates but for the interview, shared with the colleague."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        band="5",
        contract="permanent",
        opens_on=in_days(60),
        closes_on=in_days(90),
    )
    vacancy.shared_with.add(people.colleague)
    return vacancy


@pytest.mark.thorough
def test_the_checklists_from_advert_to_appointment(vacancy, visit, people):
    manager = visit(True, DESKTOP)
    signs_in(manager, people.manager)
    manager.goto(vacancy.get_absolute_url())
    manager.follow("Advertising checklist")
    manager.press(f"Mark as done : {TASK}")
    manager.sees("1 of 22 tasks done.")
    writes_about_a_task(manager)
    adds_and_leaves_out(manager)
    gives_the_missing_date(manager)
    manager.goto(f"{vacancy.get_absolute_url()}checklists/advertising/")
    with manager.page.expect_download() as found:
        manager.reach(manager.page.get_by_role("link", name="PDF of this checklist"))
        manager.page.keyboard.press("Enter")
    assert found.value.suggested_filename.startswith("advertising-checklist-librarian-")


def test_a_colleague_ticks_on_a_telephone_without_javascript(vacancy, visit, people):
    colleague = visit(False, TELEPHONE)
    signs_in(colleague, people.colleague)
    colleague.goto(f"{vacancy.get_absolute_url()}checklists/advertising/?owner=line-manager")
    colleague.press(f"Mark as done : {TASK}")
    colleague.sees("Tasks of: Line manager")
    colleague.press(f"Take the tick away : {TASK}")
    colleague.sees("0 of 22 tasks done.")
    row = StageTick.objects.get()
    assert row.done_by == row.undone_by == people.colleague


def writes_about_a_task(manager):
    name = "Check the closing date. Leave more time over the summer and the festive season."
    manager.follow(f"Change or add a note : {name}")
    manager.type("Your note", "Ring 01632 960001")
    manager.press("Save this task")
    manager.sees("looks like a telephone number")
    manager.type("Your note", "Three weeks, because of half term.")
    manager.press("Save this task")
    manager.sees("Three weeks, because of half term.")


def adds_and_leaves_out(manager):
    manager.follow("Add a task")
    manager.press("Add this task")
    manager.sees("Enter the task")
    manager.type("Task", "Put it into the bulletin")
    manager.press("Add this task")
    manager.sees("Your own tasks")
    manager.follow("Leave out : Put it into the bulletin")
    manager.type("Why is it not needed here?", "There is no bulletin this month.")
    manager.press("Leave it out")
    manager.reach(manager.page.locator("summary", has_text="Tasks left out of this checklist"))
    manager.page.keyboard.press("Enter")
    manager.press("Take it in again : Put it into the bulletin")
    manager.sees("The task is in the checklist again.")


def gives_the_missing_date(manager):
    manager.follow("Selection")
    manager.sees("The vacancy lacks: interview date.")
    manager.follow("Give the dates")
    day = in_days(110)
    manager.type_date("When are the interviews?", str(day.day), str(day.month), str(day.year))
    manager.press("Save and continue")
    manager.follow("Selection checklist")
    manager.sees("Dates follow the")
