"""A manager follows the tasks of a vacancy’s plan with the keyboard; on a telephone without
JavaScript a colleague ticks."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import signs_in
from vacancies.models import Tick, Vacancy

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


def unfolds(visitor, part):
    visitor.reach(visitor.page.locator("summary", has_text=part).first)
    visitor.page.keyboard.press("Enter")


@pytest.mark.thorough
def test_the_tasks_of_a_plan(vacancy, visit, people):
    manager = visit(True, DESKTOP)
    signs_in(manager, people.manager)
    manager.goto(vacancy.get_absolute_url())
    manager.follow("The whole plan", exact=False, within="main")
    assert visible_controls(manager) < 40
    manager.goto(f"{vacancy.get_absolute_url()}timeline/?open=channels")
    manager.press(TASK, "checkbox")
    assert manager.page.get_by_role("checkbox", name=TASK, checked=True).count() == 1
    writes_about_a_task(manager)
    adds_and_leaves_out(manager)
    gives_the_missing_date(manager)
    unfolds(manager, "Download the plan")
    with manager.page.expect_download() as found:
        manager.reach(manager.page.get_by_role("link", name="Plan as PDF"))
        manager.page.keyboard.press("Enter")
    assert found.value.suggested_filename.startswith("timeline-librarian-")


def visible_controls(visitor):
    controls = visitor.page.locator("main").locator("a, button, summary, input:not([type=hidden])")
    return sum(one.is_visible() for one in controls.all())


@pytest.mark.thorough
def test_a_colleague_ticks_on_a_telephone_without_javascript(vacancy, visit, people):
    colleague = visit(False, TELEPHONE)
    signs_in(colleague, people.colleague)
    colleague.goto(f"{vacancy.get_absolute_url()}timeline/?owner=line-manager&open=channels")
    colleague.press(TASK, "checkbox")
    colleague.sees("Tasks for: Line manager")
    colleague.press(TASK, "checkbox")
    row = Tick.objects.get()
    assert row.person == row.undone_person == people.colleague


def writes_about_a_task(manager):
    name = "Say in the first lines of the advert what the person will learn."
    manager.follow(name)
    manager.type("Your note", "Ring 01632 960001")
    manager.press("Save this task")
    manager.sees("looks like a phone number")
    manager.type("Your note", "Three weeks, because of half term.")
    manager.press("Save this task")
    manager.sees("You saved the task.")


def adds_and_leaves_out(manager):
    manager.follow("Add a task")
    manager.press("Save this task")
    manager.sees("Enter the task")
    manager.type("Task", "Put it into the bulletin")
    manager.press("Save this task")
    unfolds(manager, "Other tasks")
    unfolds(manager, "Your own tasks")
    manager.follow("Put it into the bulletin")
    manager.follow("Leave this task out")
    manager.type("Why is it not needed here?", "There is no bulletin this month.")
    manager.press("Leave it out")
    unfolds(manager, "Whose tasks")
    unfolds(manager, "Tasks left out of this plan")
    manager.press("Put it back: Put it into the bulletin")
    manager.sees("The task is back to the words of the template.")


def gives_the_missing_date(manager):
    unfolds(manager, "Choose")
    manager.follow("Interviews", within="main")
    day = in_days(112)
    manager.type_date("Date", str(day.day), str(day.month), str(day.year))
    manager.press("Save the date")
    manager.sees("You saved “Interviews”.")
