"""Room and quiet: pages under stress, what scrolls inside them, and what is read out.

Every page is put under stress by test_pages.py.
"""

from datetime import date

import pytest

from tests.journeys.sight import NARROW, faults_of_room
from tests.journeys.studio import PURPOSE, address
from tests.journeys.visitor import LISTEN
from tests.vacancies.conftest import make_criterion
from tests.vacancies.timeline_pages import step_date

PLACES = (
    *("duties", "purpose", "timeline", "selection", "check", "draft"),
    *("evidence", "evidence/F1", "advert-plan", "nhs-jobs", "", "person-specification"),
)


@pytest.mark.thorough
def test_pages_fit_under_stress(manager, vacancy):
    make_criterion(vacancy, "Searches")
    type(vacancy).objects.filter(pk=vacancy.pk).update(starts_on=date(2127, 6, 1))
    step_date(vacancy, "panel", day=date(2127, 3, 5))  # so that the plan is drawn
    page, found = manager().page, []
    for place in PLACES:
        page.goto(address(vacancy, *(part for part in (place,) if part)))
        found += faults_of_room(page)
    assert not found, "\n".join(found)


def test_what_is_found_is_at_hand_on_a_narrow_screen(manager, vacancy):
    """A link stays in view however far the form is scrolled, and leads to the findings."""
    visitor = manager(screen=NARROW)
    visitor.goto(address(vacancy, "duties"))
    link = visitor.page.locator("[data-to-findings]")
    box = link.bounding_box()
    assert 0 <= box["y"] < NARROW["height"]
    link.press("Enter")
    assert visitor.page.url.endswith("#findings-title")
    assert visitor.page.evaluate("document.activeElement.id") == "findings-title"


@pytest.mark.thorough
def test_each_press_is_heard_once(manager, vacancy):
    """The result of a press is read out once, by the line at its row, and by nothing else."""
    make_criterion(vacancy, "Searches")
    visitor = manager()
    visitor.page.add_init_script(f"document.addEventListener('DOMContentLoaded', {LISTEN})")
    presses = (
        ("selection", "Interview, criterion 1", "Save how each is assessed"),
        ("person-specification/links", "1. Answers enquiries, criterion 1", "Save the links"),
        ("advert-plan", "LinkedIn", "Save the channels"),
        ("duties", "Tick duty 1", "Move down"),
    )
    for place, box, button in presses:
        visitor.goto(address(vacancy, place))
        visitor.tick(box)
        visitor.press(button)
        visitor.page.wait_for_timeout(600)
        heard = visitor.page.evaluate("window.heard")
        assert len(heard) == 1, (place, heard)
        assert visitor.page.evaluate("document.activeElement !== document.body"), place


def test_a_pause_of_typing_is_answered_by_one_message(manager, vacancy):
    """The live check, the save (which at last meets another window) and the count of a box that is
    nearly full share one message.
    """
    visitor, own = manager(), address(vacancy, "purpose")
    visitor.goto(own)
    visitor.page.evaluate(LISTEN)
    full = "Finds evidence asap. " * (type(vacancy)._meta.get_field("purpose").max_length // 25)
    for words in ("Finds evidence.", full, f"{full} He types."):
        if len(words) > len(full):
            type(vacancy).objects.filter(pk=vacancy.pk).update(purpose="Typed elsewhere")
        visitor.page.evaluate("window.heard = []")
        with (
            visitor.page.expect_response(lambda answer: "check/typed" in answer.url),
            visitor.page.expect_response(lambda answer: answer.url.endswith(own)),
        ):
            visitor.type(PURPOSE, words)
        visitor.page.wait_for_timeout(1200)
        heard = visitor.page.evaluate("window.heard")
        assert len(heard) == 1, heard
    assert "another window" in heard[0]
