"""Words that are kept in the browser: they go once the form is saved, and none goes before."""

import pytest
from playwright.sync_api import expect

from tests.journeys.studio import (
    DECIDES,
    PURPOSE,
    address,
    another_tab,
    nothing_waits,
    says,
    without_connection_errors,
)
from vacancies.models import AdvertChannel, AdvertChoice

NOTICE = "not saved yet"
HOW_MANY = "Applications"


@pytest.fixture
def choice(vacancy):
    """A channel of the advert plan."""
    return AdvertChoice.objects.create(vacancy=vacancy, channel=AdvertChannel.objects.first())


def waits(visitor, vacancy) -> int:
    """Open the vacancy's own page; return how many notices it has of words that wait."""
    visitor.goto(address(vacancy))
    return visitor.page.locator("[data-waiting] .portal-saving__question").count()


def forms(vacancy, choice):
    """Return (address, field, what is not right in it, what is, button) of forms of every kind."""
    return {
        "section": (address(vacancy, "post"), "Hours", "many", "30", "Save and continue"),
        "row": (
            address(vacancy, "duties"),
            "Share of duty 1",
            "120",
            "20",
            "Save and continue",
        ),
        "channel": (
            address(vacancy, "advert-plan", choice.pk),
            "Cost (optional)",
            "dear",
            "20",
            "Save this channel",
        ),
    }


def refused(visitor, form) -> None:
    """Send a form with something that is not right."""
    where, field, wrong, _, button = form
    visitor.goto(where)
    visitor.type(field, wrong)
    visitor.press(button)
    visitor.sees("There is a problem")


def mended(visitor, form) -> None:
    """Type over what was not right, and send it."""
    _, field, _, right, button = form
    visitor.type(field, right)
    visitor.press(button)
    expect(visitor.page.locator(".nhsuk-notification-banner--success")).to_have_count(1)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("opened again", "section"),
        ("Back", "row"),
        ("opened again", "row"),
        ("opened again", "channel"),
        ("another tab", "section"),
    ],
)
def test_what_was_refused_does_not_wait_once_it_is_saved(manager, vacancy, choice, way, kind):
    visitor, form = manager(), forms(vacancy, choice)[kind]
    refused(visitor, form)
    later = visitor
    if way == "another tab":
        later = another_tab(visitor)
        later.goto(form[0])
    elif way == "opened again":
        assert waits(visitor, vacancy) == 1
        visitor.goto(form[0])
    else:
        visitor.page.go_back()
    mended(later, form)
    assert waits(later, vacancy) == 0
    nothing_waits(later)


@pytest.mark.thorough
def test_the_outcome_that_was_refused_does_not_wait_once_it_is_saved(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "outcome", "edit"))
    visitor.type(HOW_MANY, "7")
    visitor.type_date("When was the post filled?", "1", "3", "2130")
    visitor.press("Save the outcome")
    visitor.sees("There is a problem")
    visitor.follow("Go back to the outcome")
    visitor.goto(address(vacancy, "outcome", "edit"))
    visitor.type(HOW_MANY, "12")
    visitor.press("Save the outcome")
    visitor.sees("You saved the outcome.")
    assert waits(visitor, vacancy) == 0


@pytest.mark.thorough
def test_what_was_refused_does_not_wait_once_it_saved_itself(manager, vacancy, choice):
    visitor, form = manager(), forms(vacancy, choice)["section"]
    refused(visitor, form)
    visitor.goto(form[0])
    visitor.sees("You have unsaved words")
    visitor.type(form[1], form[3])
    says(visitor, "Saved at ")
    assert waits(visitor, vacancy) == 0


def test_words_in_another_field_wait_on_while_the_form_saves_itself(manager, vacancy):
    """A long answer typed without a connection outlives a small change elsewhere in the form."""
    visitor = manager()
    tab = another_tab(visitor)
    tab.goto(address(vacancy, "purpose"))
    tab.page.context.set_offline(True)
    tab.type(PURPOSE, "Typed on the train.")
    says(tab, "No connection.")
    tab.page.close()
    visitor.page.context.set_offline(False)
    # A last try of the closed tab may meet the connection that comes back: it is over by then.
    visitor.page.wait_for_timeout(1_000)
    visitor.goto(address(vacancy, "purpose"))
    visitor.type(DECIDES, "Which sources to search.")
    says(visitor, "Saved at ")
    assert waits(visitor, vacancy) == 1
    visitor.sees("Typed on the train.")
    visitor.follow("Carry on with", exact=False)
    visitor.type(PURPOSE, "Finds evidence.")
    visitor.press("Save and continue")
    assert waits(visitor, vacancy) == 0
    without_connection_errors(visitor)


def test_a_save_that_did_not_arrive_leaves_the_words_waiting(manager, vacancy, choice):
    """The success of another form says nothing of the one before."""
    visitor, form = manager(), forms(vacancy, choice)["section"]
    refused(visitor, form)
    visitor.page.route(
        "**" + form[0],
        lambda route: (
            route.fulfill(status=500, body="Sorry")
            if route.request.method == "POST"
            else route.continue_()
        ),
    )
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=form[4]).click()
    visitor.said.clear()
    visitor.goto(address(vacancy, "outcome", "edit"))
    visitor.type(HOW_MANY, "12")
    visitor.press("Save the outcome")
    assert waits(visitor, vacancy) == 1


@pytest.mark.thorough
def test_a_new_row_that_another_tab_would_add_waits_on(manager, vacancy):
    visitor = manager()
    visitor.goto(address(vacancy, "duties"))
    visitor.type("New duty", "Runs the journal club")
    visitor.type("Share of new duty", "120")
    visitor.press("Save and continue")
    visitor.sees("There is a problem")
    later = another_tab(visitor)
    later.goto(address(vacancy, "duties"))
    later.sees("words from an earlier window")
    later.type("Duty 1", "Answers questions of nurses")
    later.press("Save and continue")
    assert waits(later, vacancy) == 1


@pytest.mark.thorough
def test_two_versions_of_one_form_are_one_notice(manager, vacancy, choice):
    visitor, form = manager(), forms(vacancy, choice)["section"]
    for words in ("Northfield library", "Southmoor library"):
        tab = another_tab(visitor)
        tab.goto(form[0])
        tab.type("Where is the job based?", words)
        tab.type("Hours", "many")
        says(tab, "Not saved yet")
        tab.page.close()
    assert waits(visitor, vacancy) == 1
    visitor.sees("Northfield library")
    visitor.sees("Southmoor library")
    visitor.press_here("Delete them")
    assert waits(visitor, vacancy) == 0


@pytest.mark.thorough
def test_old_words_go_wherever_somebody_looks_and_all_go_with_the_person(manager, vacancy, choice):
    visitor, form = manager(), forms(vacancy, choice)["section"]
    refused(visitor, form)
    stored = "[localStorage.length, sessionStorage.getItem('sent')]"
    visitor.page.route("**" + form[0], lambda route: route.fulfill(status=500, body="Sorry"))
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=form[4]).click()
    visitor.said.clear()
    visitor.page.goto("/")
    words, note = visitor.page.evaluate(stored)
    assert words == 1
    assert form[0] in note
    assert form[2] not in note
    visitor.page.evaluate(
        """() => {
          const [[, words]] = Object.entries(localStorage);
          const old = Date.now() - 8 * 24 * 60 * 60 * 1000;
          localStorage.setItem("unsaved:old", JSON.stringify({ ...JSON.parse(words), at: old }));
        }"""
    )
    visitor.page.reload()
    assert visitor.page.evaluate(stored)[0] == 1
    visitor.page.get_by_role("button", name="Sign out").click()
    visitor.page.wait_for_url("**/signed-out/")
    assert visitor.page.evaluate(stored) == [0, None]
