"""A band 5 librarian from the criteria to the interview pack, by keyboard: with JavaScript, and
on a telephone without."""

import uuid

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor, signs_in
from vacancies.drafting.rules.draft import essential_first
from vacancies.drafting.services.ordered import add_criterion, add_duty
from vacancies.models import Question, Vacancy

SEARCH, RESPECT = "Plans a structured evidence search", "Treats readers with respect"


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    """A librarian's post with a duty and two criteria, and nothing asked yet."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian", band="5"
    )
    duty = add_duty(vacancy=vacancy, text="Answers clinical questions", key=uuid.uuid4())
    for text, category, method in ((SEARCH, "skills", "task"), (RESPECT, "values", "interview")):
        add_criterion(
            vacancy=vacancy,
            key=uuid.uuid4(),
            duties=[duty],
            text=text,
            category=category,
            assessed_by=["application", method],
        )
    return vacancy


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["desktop", "telephone without JavaScript"],
)
def test_a_manager_goes_from_criteria_to_packs(vacancy, visit, tmp_path, javascript, screen):
    manager = visit(javascript, screen)
    signs_in(manager, vacancy.created_by, vacancy.get_absolute_url())
    manager.follow("How each criterion is assessed", within="main")
    manager.sees(f"“{RESPECT}” is assessed by interview, but no question tests it.")
    manager.sees("No task yet")
    asks_from_the_bank(manager)
    gives_a_task_from_the_bank(manager)
    weighs(manager)
    takes_the_packs(manager, tmp_path)
    removes_what_was_in_use(manager, vacancy)


def asks_from_the_bank(manager: Visitor) -> None:
    manager.follow("Add a question", exact=False, within="main")
    manager.sees("Gives an example of acting on the value")
    manager.follow("Tell us about a time you treated someone", exact=False)
    manager.type("Weight", "1000")
    manager.type("Who asks it?", "Chair")
    manager.press("Add this")
    manager.sees("Weight must be between 1 and 100")
    manager.type("Weight", "60")
    manager.press("Add this")
    manager.sees("You added a question.")
    manager.sees("The weights add up to 60, not 100: 40 are missing.")


def gives_a_task_from_the_bank(manager: Visitor) -> None:
    manager.press("Add a question or task")
    manager.choose("Which criterion does it test?", SEARCH)
    manager.pick("How will you ask it?", "Assessment task")
    manager.press("Continue")
    manager.follow("Plan an evidence search", exact=False)
    manager.press("Add this")
    manager.sees("You added a task.")


def weighs(manager: Visitor) -> None:
    manager.follow("Change the weights and who asks", within="main")
    manager.press("Share 100 equally")
    manager.sees("The weights add up to 100.")
    manager.follow("Go back to the questions and tasks")
    manager.sees("The most a candidate can score is 500")
    manager.follow("See how each criterion is assessed")
    manager.sees("Every criterion is assessed, and everything that is asked tests a criterion.")
    manager.follow("Go to the questions and tasks")


def takes_the_packs(manager: Visitor, folder) -> None:
    manager.follow("Go to the selection packs")
    manager.type("How many applications are there?", "70")
    manager.press("Make the grid for this number")
    manager.sees("Applications must be between 1 and 60")
    manager.type("How many applications are there?", "7")
    manager.press("Make the grid for this number")
    manager.sees("The grid below has room for 7 candidates.")
    for name, start in (
        ("Interview pack as PDF", b"%PDF-"),
        ("Score sheet as Word", b"PK"),
    ):
        manager.reach(manager.page.get_by_role("link", name=name))
        with manager.page.expect_download() as taken:
            manager.page.keyboard.press("Enter")
        taken.value.save_as(folder / name)
        assert (folder / name).read_bytes().startswith(start)


def removes_what_was_in_use(manager: Visitor, vacancy: Vacancy) -> None:
    manager.follow("Go to the questions and tasks")
    summary = manager.page.locator("summary", has_text="Move or remove task 1")
    manager.reach(summary)
    manager.page.keyboard.press("Enter")
    manager.follow("Remove task 1", within="main")
    manager.press("Remove this task")
    manager.follow("See how each criterion is assessed")
    manager.sees(f"“{SEARCH}” is assessed by assessment task, but no task tests it.")
    criterion = vacancy.criteria.get(text=RESPECT)
    manager.goto(f"{vacancy.get_absolute_url()}person-specification/")
    number = essential_first(vacancy.criteria.all()).index(criterion) + 1
    manager.tick(f"Tick criterion {number}")
    manager.press("Remove")
    manager.sees("Its questions are kept.")
    manager.goto(f"{vacancy.get_absolute_url()}selection/")
    manager.sees(f"tests no criterion. “{RESPECT}” was removed.")
    manager.follow("Choose another criterion, or remove it", exact=False)
    manager.choose("Which criterion does it test?", SEARCH)
    manager.press("Save this")
    assert Question.objects.get().criterion.text == SEARCH
