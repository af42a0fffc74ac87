"""The studio in a browser: words are saved while they are typed, and none of them is lost."""

import uuid

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.studio import (
    DECIDES,
    PURPOSE,
    STATUS,
    address,
    another_tab,
    nothing_waits,
    says,
    without_connection_errors,
)
from tests.journeys.visitor import Visitor
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import OrganisationText
from vacancies.posts.rules import in_groups

ABOUT = "What is your organisation for, and what are its values?"
NO_CONNECTION = "No connection. We keep your words here and save them when it is back."


def value(visitor: Visitor, label: str) -> str:
    return visitor.page.get_by_label(label, exact=True).input_value()


def texts(vacancy) -> list[str]:
    return [duty.text for duty in in_groups(vacancy.duties.all())]


@pytest.mark.parametrize("screen", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_words_are_saved_while_they_are_typed(manager, vacancy, screen):
    visitor = manager(screen=screen)
    visitor.goto(address(vacancy, "purpose"))
    visitor.type(PURPOSE, "Finds evidence.")
    before = visitor.page.evaluate("[scrollY, document.activeElement.name]")
    says(visitor, "Saved at ")
    assert visitor.page.evaluate("[scrollY, document.activeElement.name]") == before
    visitor.page.keyboard.insert_text(" And explains it.")
    expect(visitor.page.locator(STATUS)).to_have_attribute("role", "status")
    nothing_waits(visitor)
    vacancy.refresh_from_db()
    assert vacancy.purpose == "Finds evidence. And explains it."
    visitor.check()
    visitor.press("Save and continue")
    visitor.sees("You saved “Organisation and purpose”.")


@pytest.mark.thorough
def test_what_is_not_right_yet_is_said_quietly_and_not_saved(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "post"))
    visitor.type("Where is the job based?", "Northfield")
    visitor.type("Hours", "many")
    says(visitor, "Not saved yet: Hours must be a number.")
    vacancy.refresh_from_db()
    assert vacancy.hours is None
    visitor.type("Hours", "30")
    says(visitor, "Saved at ")
    vacancy.refresh_from_db()
    assert (vacancy.hours, vacancy.place) == (30, "Northfield")
    visitor.check()


def test_a_lost_connection_loses_no_word(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "purpose"))
    visitor.page.context.set_offline(True)
    visitor.type(PURPOSE, "Typed on the train.")
    says(visitor, NO_CONNECTION)
    visitor.type(DECIDES, "Typed in the tunnel.")
    visitor.page.wait_for_timeout(2_000)
    says(visitor, NO_CONNECTION)
    visitor.page.context.set_offline(False)
    says(visitor, "Saved at ")
    nothing_waits(visitor)
    vacancy.refresh_from_db()
    assert (vacancy.purpose, vacancy.decides) == ("Typed on the train.", "Typed in the tunnel.")
    without_connection_errors(visitor)
    visitor.check()


@pytest.mark.thorough
def test_an_answer_that_got_lost_is_no_other_window(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "purpose"))
    lost = []

    def lose(route):
        if lost or route.request.method != "POST":
            return route.continue_()
        lost.append(route.fetch())
        return route.abort("internetdisconnected")

    visitor.page.route(f"**{address(vacancy, 'purpose')}", lose)
    visitor.type(PURPOSE, "Finds evidence.")
    says(visitor, NO_CONNECTION)
    visitor.type(PURPOSE, "Finds evidence and explains it.")
    nothing_waits(visitor)
    says(visitor, "Saved at ")
    vacancy.refresh_from_db()
    assert vacancy.purpose == "Finds evidence and explains it."
    without_connection_errors(visitor)


@pytest.mark.thorough
def test_signing_out_elsewhere_loses_no_word(manager, vacancy):
    visitor = manager()
    context = visitor.page.context
    visitor.goto(address(vacancy, "purpose"))
    signed_in = context.cookies()
    context.clear_cookies()
    visitor.type(PURPOSE, "Typed after signing out.")
    says(visitor, "Not saved: you are signed out.")
    assert value(visitor, PURPOSE) == "Typed after signing out."
    context.clear_cookies()
    context.add_cookies([cookie for cookie in signed_in if cookie["name"] != "csrftoken"])
    visitor.type(DECIDES, "Typed after signing in.")
    says(visitor, "Saved at ")
    nothing_waits(visitor)
    vacancy.refresh_from_db()
    assert vacancy.purpose == "Typed after signing out."
    assert vacancy.decides == "Typed after signing in."
    assert all("403" in sentence for sentence in visitor.said)


def test_the_later_of_two_tabs_is_offered_the_difference(manager, vacancy):
    first = manager()
    second = another_tab(first)
    duty = vacancy.duties.first()
    for tab in (first, second):
        tab.goto(address(vacancy, "duties"))
    first.type("Duty 1", "Answers clinical questions")
    says(first, "Saved at ")
    second.type("Duty 1", "Answers questions of nurses")
    says(second, "Not saved: this was also saved in another window.")
    second.sees("Answers clinical questions")
    assert value(second, "Duty 1") == "Answers questions of nurses"
    second.check()
    duty.refresh_from_db()
    assert duty.text == "Answers clinical questions"
    second.press_here("Keep what I typed")
    says(second, "Saved at ")
    duty.refresh_from_db()
    assert duty.text == "Answers questions of nurses"
    first.type("Duty 1", "Answers everybody")
    says(first, "Not saved")
    first.press("Use what is saved")
    assert value(first, "Duty 1") == "Answers questions of nurses"


def test_unsaved_words_are_offered_back_after_a_reload(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "post"))
    visitor.type("Where is the job based?", "Northfield")
    visitor.type("Hours", "many")
    says(visitor, "Not saved yet")
    visitor.page.reload()
    visitor.sees("You have unsaved words from")
    assert value(visitor, "Hours") == ""
    visitor.check()
    visitor.press_here("Put them back")
    assert (value(visitor, "Hours"), value(visitor, "Where is the job based?")) == (
        "many",
        "Northfield",
    )
    visitor.type("Hours", "37.5")
    says(visitor, "Saved at ")
    visitor.page.reload()
    assert value(visitor, "Where is the job based?") == "Northfield"
    expect(visitor.page.get_by_text("You have unsaved words")).to_have_count(0)


@pytest.mark.thorough
def test_unsaved_words_outlive_a_closed_tab_and_go_with_the_person(manager, vacancy, people):
    visitor = manager()
    tab = another_tab(visitor)
    tab.goto(address(vacancy, "post"))
    tab.type("Where is the job based?", "Northfield library")
    tab.type("Hours", "many")
    says(tab, "Not saved yet")
    tab.page.close()
    visitor.goto(address(vacancy))
    visitor.sees("are not saved yet.")
    visitor.sees("Show these words")
    visitor.check()
    visitor.follow("Carry on with", exact=False)
    visitor.sees("words from an earlier window")
    visitor.press_here("Put them back")
    assert value(visitor, "Where is the job based?") == "Northfield library"
    visitor.check()
    visitor.page.get_by_role("button", name="Sign out").click()
    visitor.page.wait_for_url("**/signed-out/")
    nothing_waits(visitor)


@pytest.mark.thorough
def test_new_duties_are_saved_while_they_are_typed(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "duties"))
    visitor.type("New duty", "Runs the journal")
    says(visitor, "Saved at ")
    visitor.page.keyboard.press("End")
    visitor.page.keyboard.insert_text(" club")
    visitor.page.get_by_role("button", name="Save and add another").click()
    assert visitor.page.evaluate("document.activeElement.name") == "rows-new-2-text"
    visitor.page.keyboard.insert_text("Writes the newsletter")
    visitor.type("Share of duty 1", "40")
    visitor.type("Share of new duty", "20")
    expect(visitor.page.locator("[data-sum] strong")).to_have_text("60")
    nothing_waits(visitor)
    assert texts(vacancy)[5:] == ["Runs the journal club", "Writes the newsletter"]
    visitor.check()
    visitor.press("Save and continue")
    visitor.sees("You saved “Duties”.")
    assert texts(vacancy)[5:] == ["Runs the journal club", "Writes the newsletter"]
    nothing_waits(visitor)


@pytest.mark.thorough
def test_the_button_leaves_no_word_waiting(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "purpose"))
    visitor.type(PURPOSE, "Typed just before the button.")
    visitor.press("Save and continue")
    visitor.sees("You saved “Organisation and purpose”.")
    nothing_waits(visitor)
    vacancy.refresh_from_db()
    assert vacancy.purpose == "Typed just before the button."


def drag(visitor: Visitor, number: int, above: int) -> None:
    rows = visitor.page.locator("tr[data-row]")
    grip = rows.nth(number - 1).locator(".portal-rows__handle")
    grip.scroll_into_view_if_needed()
    start, goal = grip.bounding_box(), rows.nth(above - 1).bounding_box()
    mouse = visitor.page.mouse
    mouse.move(start["x"] + 10, start["y"] + 10)
    mouse.down()
    mouse.move(start["x"] + 10, goal["y"] + 20, steps=5)
    mouse.move(start["x"] + 10, goal["y"] + 2, steps=5)
    mouse.up()


def test_duties_are_dragged_into_order_and_moved_by_button(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "duties"))
    drag(visitor, 3, above=1)
    says(visitor, "Saved at ")
    assert texts(vacancy)[:3] == ["Appraises papers", "Answers enquiries", "Searches for evidence"]
    visitor.page.reload()
    visitor.tick("Tick duty 1")
    visitor.press("Move down")
    assert texts(vacancy)[:2] == ["Answers enquiries", "Appraises papers"]
    # The answer stands beside the button, which has the focus: one more press moves it on.
    expect(visitor.page.get_by_role("button", name="Move down")).to_be_focused()
    assert visitor.page.locator("#ticked [role=status]").count() == 1
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_load_state()
    visitor.sees("It is now number 3 of 3.")


@pytest.mark.thorough
def test_the_later_of_two_who_drag_is_told_and_loses_nothing(manager, vacancy):
    first = manager()
    second = another_tab(first)
    for tab in (first, second):
        tab.goto(address(vacancy, "duties"))
    drag(first, 3, above=1)
    says(first, "Saved at ")
    add_duty(vacancy=vacancy, text="Runs the journal club", group="Teaching", key=uuid.uuid4())
    drag(second, 5, above=4)
    says(second, "Someone else changed this list")
    assert texts(vacancy)[3:] == ["Teaches searching", "Teaches appraisal", "Runs the journal club"]
    second.press("Save and continue")
    second.sees("There is a problem")
    second.press("Save and continue")
    assert texts(vacancy)[3:] == ["Teaches appraisal", "Runs the journal club", "Teaches searching"]


@pytest.mark.thorough
@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "without JavaScript"])
def test_removed_duties_come_back(manager, vacancy, javascript):
    visitor = manager(javascript)
    visitor.goto(address(vacancy, "duties"))
    before = texts(vacancy)
    visitor.type("Share of duty 1", "20")
    for number in (1, 4):
        visitor.tick(f"Tick duty {number}")
    visitor.press("Remove")
    visitor.sees("You removed 2 duties.")
    if javascript:
        nothing_waits(visitor)
    assert texts(vacancy) == [before[1], before[2], before[4]]
    visitor.press("Undo")
    assert texts(vacancy) == before


@pytest.mark.thorough
@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "without JavaScript"])
def test_an_organisation_uses_its_text_again(manager, vacancy, people, javascript):
    visitor = manager(javascript)
    visitor.goto(address(vacancy, "purpose"))
    visitor.type(ABOUT, "We care. We learn.")
    visitor.tick("Keep this text for other vacancies of Northfield NHS Trust")
    visitor.press("Save and continue")
    assert OrganisationText.objects.get().text == "We care. We learn."
    visitor.follow("Organisation and purpose")
    visitor.type(ABOUT, "Other words.")
    visitor.type(DECIDES, "How to search.")
    visitor.press("Use your organisation’s text")
    visitor.sees("Replace what you typed?")
    assert (value(visitor, ABOUT), value(visitor, DECIDES)) == ("Other words.", "How to search.")
    visitor.press("Replace it with this text")
    assert (value(visitor, ABOUT), value(visitor, DECIDES)) == (
        "We care. We learn.",
        "How to search.",
    )
    visitor.press("Save and continue")
    vacancy.refresh_from_db()
    assert (vacancy.about_organisation, vacancy.decides) == ("We care. We learn.", "How to search.")


@pytest.mark.thorough
@pytest.mark.parametrize("javascript", [True, False], ids=["JavaScript", "without JavaScript"])
def test_duties_have_groups_shares_and_areas(manager, vacancy, javascript):
    visitor = manager(javascript)
    visitor.goto(address(vacancy, "duties"))
    visitor.type("New duty", "Runs the journal club")
    visitor.type("Group of new duty", "teaching")
    visitor.type("Share of new duty", "120")
    visitor.press("Save and continue")
    visitor.sees("must be between 1 and 100")
    visitor.type("Share of new duty", "20")
    visitor.choose("Area of new duty", "Literacies")
    visitor.press("Save and continue")
    visitor.follow("Duties", within="main")
    assert texts(vacancy)[3:] == ["Teaches searching", "Teaches appraisal", "Runs the journal club"]
    for number in (4, 5, 6):
        visitor.tick(f"Tick duty {number}")
    visitor.press("Move up")
    assert texts(vacancy)[:2] == ["Teaches searching", "Teaches appraisal"]
    visitor.type("Duty 2", "Teaches appraisal in groups")
    visitor.press("Save and continue")
