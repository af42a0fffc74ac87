"""An editor marks a claim, with and without the editor's own script; a reader finds its source."""

import pytest

from guidance.models import Page
from tests.conftest import PASSWORD
from tests.guidance.editing import publish
from tests.journeys.conftest import TELEPHONE
from tests.journeys.visitor import Visitor

PATH = "recruiting/interviews"
CLAIM = "NHS terms: People may ask for flexible working as often as they need."


@pytest.fixture
def sign_in(server, guidance_pages, people, visit):
    """Return a function that signs somebody in, in a window of their own."""

    def signed_in(name: str, **how) -> Visitor:
        visitor = visit(**how)
        visitor.goto("/accounts/login/?next=/admin/")
        visitor.type("Email address", f"{name}@test.example")
        visitor.type("Password", PASSWORD)
        visitor.press("Sign in")
        return visitor

    return signed_in


def address_of(path: str) -> str:
    return f"/admin/guidance/page/{Page.objects.get(path=path).pk}/change/"


@pytest.mark.thorough
def test_a_claim_is_marked_by_keyboard_and_read_with_its_source(sign_in, visit):
    page = Page.objects.get(path=PATH)
    words = {"title": "Interviews", "summary": "About them."}
    publish(page, body="<p>Zebras ask fairly</p>", **words)
    editor = sign_in("editor")
    editor.page.goto(address_of(PATH))
    text = editor.page.get_by_role("textbox", name="Text")
    text.wait_for()
    text.press("Control+A")
    text.press("Control+Shift+M")
    dialog = editor.page.get_by_role("dialog")
    dialog.wait_for()
    editor.check()
    dialog.get_by_label("Claim").select_option(CLAIM)
    dialog.get_by_role("button", name="Mark", exact=True).press("Enter")
    editor.page.locator("[data-claim=right-to-ask-for-flexible-working]").wait_for()
    editor.check()
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Publish now", exact=True).press("Enter")
    page.refresh_from_db()
    marked = '<p><span data-claim="right-to-ask-for-flexible-working">Zebras ask fairly</span></p>'
    assert page.live.body == marked
    reader = visit(javascript=False, screen=TELEPHONE)
    reader.goto(f"/{PATH}/")
    reader.sees("What this page relies on")
    reader.follow("NHS terms", exact=False)
    assert reader.page.url.endswith("#source_1")


@pytest.mark.thorough
def test_a_claim_is_marked_without_a_script(sign_in):
    editor = sign_in("editor", javascript=False)
    editor.goto(address_of(PATH))
    assert "<span data-claim=" in editor.page.locator("#id_body_helptext").inner_text()
    body, text = Page.objects.get(path=PATH).live.body, editor.page.locator("#id_body")
    words = body.split("<p>")[1].split(".")[0]
    marked = f'<span data-claim="right-to-ask-for-flexible-working">{words}</span>'
    text.fill(body.replace(words, marked, 1))
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Save draft", exact=True).press("Enter")
    assert marked in Page.objects.get(path=PATH).draft.body
