"""What a screen reader is given: roles and names of a few pages, in order, and what is read out.

Each page stands in a file of `heard/`, as Playwright writes the accessibility tree. Who means a
change writes them anew with HEARD=write, and reads the difference.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.studio import address
from tests.journeys.visitor import LISTEN
from tests.vacancies.conftest import make_criterion

HEARD = Path(__file__).parent / "heard"
TYPED = re.compile(r'(textbox "[^"]*"(?: \[\w+\])*): .*')
# Running text and the options of a list may change; what can be used, and what names it, is meant.
LEFT_OUT = re.compile(r"\s*- (text:|/url|paragraph|strong|option)")


def heard(page: Page) -> str:
    """Return the main part of the open page as it is told, and what it said by itself."""
    page.wait_for_timeout(600)
    aloud = page.evaluate("window.heard ?? []")
    tree = TYPED.sub(r"\1", page.locator("main").aria_snapshot()).splitlines()
    told = [line for line in tree if not LEFT_OUT.match(line)]
    return "\n".join([*told, *(f"! {words}" for words in aloud), ""])


def is_as_before(name: str, told: str) -> bool:
    """Whether a page tells what its file holds; the difference is shown where it does not."""
    file = HEARD / f"{name}.txt"
    if os.environ.get("HEARD") == "write":
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8"), name
    return True


def test_forms_refused_are_told_with_their_errors(visit, site):
    visitor = visit()
    visitor.goto("/accounts/login/")
    visitor.type("Email address", "manager@test.example")
    visitor.type("Password", "wrong")
    visitor.press("Sign in")
    assert is_as_before("sign-in-refused", heard(visitor.page))
    visitor.goto("/vacancies/check/")
    visitor.press("Check the text")
    assert is_as_before("check-refused", heard(visitor.page))


@pytest.mark.thorough
def test_rows_tables_and_links_are_told_after_a_press(manager, vacancy):
    make_criterion(vacancy, "Searches")
    visitor = manager()
    visitor.page.add_init_script(f"document.addEventListener('DOMContentLoaded', {LISTEN})")
    for place, box, button in (
        ("person-specification/links", "1. Answers enquiries, criterion 1", "Save the links"),
        ("duties", "Tick duty 1", "Move down"),
        ("handover/link", None, "Make a link"),
    ):
        visitor.goto(address(vacancy, place))
        if box:
            visitor.tick(box)
        visitor.press(button)
        assert is_as_before(place.replace("/", "-"), heard(visitor.page))
