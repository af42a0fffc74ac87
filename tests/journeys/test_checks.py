"""Findings while a manager types, one dismissed, the list taken along, and the NHS Jobs pack."""

import pytest

from tests.conftest import PASSWORD
from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor

PANEL = "[data-checks]"


def test_a_manager_sees_findings_while_typing(site, visit, tmp_path):
    manager = visit(True, DESKTOP)
    opens_a_vacancy(manager)
    manager.follow("Organisation and purpose")
    box = "What can the post holder decide alone, and when do they check first?"
    manager.type(box, "He signs orders.")
    top = manager.page.evaluate("scrollY")
    manager.page.locator(PANEL).get_by_text("“He”").wait_for()
    manager.page.locator(f"{PANEL} [role=status]").filter(has_text="to look at").wait_for()
    assert manager.page.evaluate("document.activeElement.name") == "decides"
    assert manager.page.evaluate("scrollY") == top
    manager.check()
    manager.press("Save and continue")
    sets_one_aside(manager)
    takes_the_list(manager, tmp_path / "checks.docx")
    opens_the_pack(manager)


@pytest.mark.thorough
def test_the_same_without_javascript_on_a_small_screen(site, visit, tmp_path):
    manager = visit(False, TELEPHONE)
    opens_a_vacancy(manager)
    manager.follow("Organisation and purpose")
    box = "What can the post holder decide alone, and when do they check first?"
    manager.type(box, "He signs orders.")
    manager.press("Check what I typed")
    manager.sees("“He”")
    assert manager.page.get_by_label(box, exact=True).input_value() == "He signs orders."
    manager.press("Save and continue")
    sets_one_aside(manager)
    opens_the_pack(manager)


def opens_a_vacancy(manager: Visitor) -> None:
    manager.goto("/accounts/login/?next=/vacancies/new/")
    manager.type("Email address", "manager@test.example")
    manager.type("Password", PASSWORD)
    manager.press("Sign in")
    manager.type("Job title", "Librarian")
    manager.press("Open the vacancy")


def sets_one_aside(manager: Visitor) -> None:
    manager.follow("Check the vacancy: things to look at")
    manager.follow("rule C7, Decisions", exact=False)
    manager.type("Why does it not apply here?", "It quotes a policy.")
    manager.press("Dismiss it")
    manager.sees("It quotes a policy.")


def takes_the_list(manager: Visitor, path) -> None:
    link = "Things to look at, and what was dismissed, as Word"
    manager.reach(manager.page.get_by_role("link", name=link))
    with manager.page.expect_download() as taken:
        manager.page.keyboard.press("Enter")
    taken.value.save_as(path)
    assert path.read_bytes().startswith(b"PK")


def opens_the_pack(manager: Visitor) -> None:
    manager.follow("Fair Library Jobs report")
    manager.sees("What we could not confirm")
    manager.follow("Go back to the vacancy")
    manager.follow("NHS Jobs pack and ready texts")
    manager.sees("9 of 70 characters")
    assert manager.page.get_by_label("Vacancy title", exact=True).input_value() == "Librarian"
    if manager.javascript:
        manager.reach(manager.page.get_by_role("button", name="Copy").first)
        manager.page.keyboard.press("Enter")
        manager.page.locator("[data-copied]", has_text="opied").wait_for()
