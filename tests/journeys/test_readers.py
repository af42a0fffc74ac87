"""A reader says whether a page was useful and follows the feed; a lead adds the organisation's own
steps, a member sees them, another organisation does not. By keyboard."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from guidance.models import Feedback, Page, Update
from guidance.pages.services.placing import place
from kls_portal.accounts.models import User
from tests.conftest import PASSWORD
from tests.guidance.editing import publish
from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor

TITLE, STEP = "Interviews", "Book the seminar room"


@pytest.fixture
def site(server, people):
    """One page with a major change, and one update."""
    page = Page(last_reviewed=date(2026, 11, 22), next_review=date(2127, 11, 22))
    place(page, parent=None, slug="interviews")
    words = {"title": TITLE, "summary": "How to ask fairly."}
    publish(page, body="<p>Ask the same questions.</p>", **words)
    change = {"is_major": True, "change_note": "Send questions first."}
    publish(page, body="<p>Send the questions first.</p>", **change, **words)
    Update.objects.create(
        title="The portal opens", slug="opens", summary="Read it.", body="", is_published=True
    )


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["keyboard", "telephone without JavaScript"],
)
def test_readers_are_heard_and_organisations_add_their_own(site, visit, people, javascript, screen):
    reader = visit(javascript, screen)
    says_whether_it_was_useful(reader)
    follows_the_feed(reader)
    lead = visit(javascript, screen)
    signs_in(lead, people.lead)
    adds_steps(lead)
    for person, sees in ((people.colleague, True), (people.other, False)):
        member = visit(javascript, screen)
        signs_in(member, person)
        member.goto("/interviews/")
        assert (STEP in member.page.content()) == sees
    reader.goto("/interviews/")
    assert STEP not in reader.page.content()


def says_whether_it_was_useful(reader: Visitor) -> None:
    reader.goto("/interviews/")
    reader.sees("What changed and when")
    reader.type("What was missing, wrong or good? (optional)", "Ask jane.smith@nhs.net")
    reader.press("Send your answer")
    reader.sees("Select yes if the page was useful")
    reader.sees("is an email address. Remove it.")
    reader.pick("Was this page useful?", "No")
    reader.type("What was missing, wrong or good? (optional)", "Say how long it takes")
    reader.press("Send your answer")
    reader.sees("Thank you")
    assert reader.page.context.cookies() == []
    assert Feedback.objects.get().sentence == "Say how long it takes"
    reader.follow(f"Go back to “{TITLE}”")


def follows_the_feed(reader: Visitor) -> None:
    reader.follow("Updates")
    reader.sees("Send questions first.")
    address = reader.page.get_by_role("link", name="the feed of updates (Atom)")
    answer = reader.page.request.get(address.get_attribute("href"))
    assert answer.headers["content-type"].startswith("application/atom+xml")
    titles = [entry.text for entry in ET.fromstring(answer.text()).iter() if "title" in entry.tag]  # noqa: S314 - our own feed
    assert {"The portal opens", f"Page changed: {TITLE}"} < set(titles)
    reader.follow("The portal opens", within="main")


def signs_in(visitor: Visitor, person: User) -> None:
    visitor.goto("/accounts/login/")
    visitor.type("Email address", person.email)
    visitor.type("Password", PASSWORD)
    visitor.press("Sign in")


def adds_steps(lead: Visitor) -> None:
    lead.goto("/interviews/")
    lead.follow("Add the steps of Northfield NHS Trust")
    lead.type("Your own steps", STEP)
    lead.type("Links (optional)", "Room plan javascript:alert(1)")
    lead.press("Save your steps")
    lead.sees("Line 1 must end with an address that begins with https://")
    lead.type("Links (optional)", "Room plan https://intranet.example/rooms")
    lead.press("Save your steps")
    lead.sees("You saved the steps of Northfield NHS Trust.")
    lead.sees(STEP)
