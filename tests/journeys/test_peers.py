"""Two services and what one offers the other: offered, found, written to through the portal,
talked about at a meeting, withdrawn. The email is the only place where an address may stand."""

import pytest
from django.core import mail

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import signs_in


@pytest.fixture
def site(server, people):
    """The portal with its people."""


@pytest.mark.thorough
@pytest.mark.parametrize("javascript", [True, False], ids=["keyboard", "without JavaScript"])
def test_an_offer_from_one_service_to_another(site, visit, people, javascript):
    giver = visit(javascript, DESKTOP)
    signs_in(giver, people.manager)
    offers(giver)
    seeker = visit(javascript, TELEPHONE)
    signs_in(seeker, people.other)
    finds(seeker, people)
    writes(seeker)
    the_email_says_whom_to_answer(people)
    if javascript:
        both_want_a_theme(seeker, giver)
    withdraws(giver)
    seeker.goto("/vacancies/peers/")
    seeker.sees("No other service offers anything yet.")


def offers(giver):
    giver.goto("/vacancies/peers/")
    giver.press("Offer something")
    giver.press("Offer this for 12 months")
    giver.sees("There is a problem")
    giver.pick("What you offer", "Someone to discuss an idea with")
    giver.choose("Region", "North West")
    giver.type("Topics", "working alone, renewals")
    giver.type("Description", "An hour by video each month.")
    giver.press("Offer this for 12 months")
    giver.sees("Other services can see your offer now.")


def finds(seeker, people):
    seeker.goto("/vacancies/peers/")
    seeker.choose("Region", "London")
    seeker.press("Show")
    seeker.sees("No offer matches.")
    seeker.choose("Region", "North West")
    seeker.type("Words in the topic", "renewals")
    seeker.press("Show")
    seeker.sees("Found: 1")
    assert people.manager.email not in seeker.page.content()


def writes(seeker):
    seeker.follow("working alone, renewals", exact=False)
    seeker.press("Send the message")
    seeker.sees("Enter your message")
    seeker.type("Your message", "May I ask how you plan your renewals?")
    seeker.tick("Put my email address in the message")
    seeker.press("Send the message")
    seeker.sees("We passed your message on. We keep no copy.")


def the_email_says_whom_to_answer(people):
    (email,) = mail.outbox
    assert email.to == [people.manager.email]
    assert people.other.email in email.body
    assert "May I ask how you plan your renewals?" in email.body
    mail.outbox.clear()


def both_want_a_theme(seeker, giver):
    seeker.goto("/vacancies/peers/themes/")
    seeker.type("Theme", "How do we keep a library open alone?")
    seeker.press("Propose this theme")
    seeker.sees("1 vote, one is yours")
    giver.goto("/vacancies/peers/themes/")
    giver.press("Vote: How do we keep a library open alone?")
    giver.sees("2 votes, one is yours")


def withdraws(giver):
    giver.goto("/vacancies/peers/")
    giver.follow("working alone, renewals", exact=False)
    giver.follow("Withdraw it")
    giver.press("Withdraw this offer")
    giver.sees("You withdrew the offer.")
    giver.sees("Withdrawn")
