"""From an old job description to a draft: choose the file, confirm the parts, mend copies."""

import pytest

from tests.conftest import PASSWORD
from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor
from tests.vacancies.reading.build import old_job
from vacancies.models import Vacancy
from vacancies.profiles.rules.loading import scheme

WAYS = pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["desktop", "telephone without JavaScript"],
)
LIFTED = scheme().factors[0].levels[2].gist


@pytest.fixture
def vacancy(server, reference_data, people) -> Vacancy:
    return Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        purpose="Our own purpose.",
    )


def signed_in(visit, vacancy: Vacancy, javascript: bool, screen: dict[str, int]) -> Visitor:
    manager = visit(javascript, screen)
    manager.goto(f"/accounts/login/?next={vacancy.get_absolute_url()}")
    manager.type("Email address", "manager@test.example")
    manager.type("Password", PASSWORD)
    manager.press("Sign in")
    return manager


@pytest.mark.thorough
@WAYS
def test_a_manager_starts_from_an_old_job_description(visit, vacancy, tmp_path, javascript, screen):
    manager = signed_in(visit, vacancy, javascript, screen)
    manager.follow("Start from an old job description")
    sends_a_wrong_file(manager, tmp_path)
    sends_the_file(manager, tmp_path)
    confirms_the_parts(manager)
    sees_what_was_taken(vacancy)


def sends_a_wrong_file(manager: Visitor, folder) -> None:
    path = folder / "renamed.docx"
    path.write_bytes(b"{\\rtf1 not a Word document}")
    manager.reach(manager.page.get_by_label("Word document"))
    manager.page.get_by_label("Word document").set_input_files(path)
    manager.press("Read it")
    manager.sees("This is a rich text file.")


def sends_the_file(manager: Visitor, folder) -> None:
    path = folder / "old.docx"
    path.write_bytes(old_job("Car parking", "Parking is free."))
    manager.reach(manager.page.get_by_label("Word document"))
    manager.page.get_by_label("Word document").set_input_files(path)
    manager.press("Read it")
    manager.sees("Confirm what was found")
    manager.sees("Found: job title, band expected,")


def confirms_the_parts(manager: Visitor) -> None:
    manager.page.get_by_text("The post: ").click()
    manager.sees("Our own purpose.")
    assert not manager.page.get_by_label("Purpose of the job:").is_checked()
    manager.page.get_by_text("Duties: 3 in 2 groups").click()
    manager.tick("Runs the enquiry desk")
    manager.page.locator("summary", has_text="Left out:").click()
    manager.tick("Parking is free.")
    manager.choose("What are the ticked texts?", "A desirable criterion each")
    manager.press("Use these, and show the rest")
    manager.sees("7 criteria (4 essential)")
    manager.press("Add what you ticked to the draft")
    manager.sees("2 duties and 7 criteria from the old job description")


def sees_what_was_taken(vacancy: Vacancy) -> None:
    vacancy.refresh_from_db()
    assert (vacancy.purpose, vacancy.band) == ("Our own purpose.", "5")
    assert [duty.text for duty in vacancy.duties.all()] == [
        "Answers clinical questions",
        "Teaches groups to search",
    ]
    assert vacancy.criteria.filter(text="Parking is free.", essential=False).exists()


@pytest.mark.thorough
@WAYS
def test_pasted_words_of_a_profile_are_marked_and_mended(visit, vacancy, javascript, screen):
    manager = signed_in(visit, vacancy, javascript, screen)
    manager.follow("Start from an old job description")
    manager.type("Or paste its text", f"Main duties\n- {LIFTED}\n- Runs the desk\n")
    manager.press("Read it")
    manager.press("Add what you ticked to the draft")
    manager.follow("Go back to this vacancy")
    manager.follow("Duties", within="main")
    manager.sees("Say what the person does here.")
    assert manager.page.locator("mark").inner_text() == LIFTED.rstrip(".")
    manager.follow("Duty 1", within="main")
    manager.type("Duty 1", "Explains search results to ward teams")
    manager.press("Save and continue")
    manager.follow("Duties", within="main")
    assert manager.page.locator("mark").count() == 0
    manager.goto(f"{vacancy.get_absolute_url()}draft/")
    manager.sees("Explains search results to ward teams")
