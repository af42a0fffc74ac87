"""An editor keeps a page true: finds it, changes it in the rich-text editor, looks at its past."""

import pytest

from guidance.models import Page
from tests.conftest import PASSWORD
from tests.journeys.visitor import Visitor


@pytest.fixture
def editor(server, guidance_pages, people, visit) -> Visitor:
    """A signed-in editor. The page must be stored: the browser is another process."""
    visitor = visit()
    visitor.goto("/accounts/login/?next=/admin/")
    visitor.type("E-mail address", "editor@test.example")
    visitor.type("Password", PASSWORD)
    visitor.press("Sign in")
    return visitor


def open_page(editor: Visitor, path: str) -> None:
    page = Page.objects.get(path=path)
    editor.page.goto(f"/admin/guidance/page/{page.pk}/change/")
    editor.page.get_by_role("textbox", name="Text").wait_for()
    editor.check()


def save(editor: Visitor) -> None:
    button = editor.page.get_by_role("button", name="Save and continue editing")
    with editor.page.expect_navigation():
        button.press("Enter")
    editor.page.get_by_role("textbox", name="Text").wait_for()
    editor.check()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/guidance/page/",
        "/admin/guidance/page/?review=overdue",
        "/admin/guidance/page/add/",
        "/admin/guidance/externalresource/",
        "/admin/guidance/externalresource/add/",
    ],
)
def test_every_page_an_editor_uses_passes(editor, address):
    editor.page.goto(address)
    editor.page.wait_for_load_state("networkidle")
    editor.check()


def test_a_resource_and_the_history_pass(editor):
    page = Page.objects.get(path="induction/national-welcome")
    resource = page.resources.first()
    editor.goto(f"/admin/guidance/page/{page.pk}/history/")
    editor.page.locator("summary").first.press("Enter")
    editor.check()
    editor.goto(f"/admin/guidance/externalresource/{resource.pk}/change/")


def test_an_editor_changes_a_page_and_readers_see_it(editor):
    open_page(editor, "recruiting/interviews")
    text = editor.page.get_by_role("textbox", name="Text")
    text.press("Control+Home")
    text.press_sequentially("Zebras ask fairly. ")
    editor.page.get_by_label("What you changed").fill("About zebras")
    save(editor)
    editor.goto("/recruiting/interviews/")
    editor.sees("Zebras ask fairly.")
    editor.goto("/search/?q=zebras")
    editor.sees("Interviews")
    page = Page.objects.get(path="recruiting/interviews")
    assert page.revisions.count() == 2
    assert page.live.author.email == "editor@test.example"
    editor.goto(f"/admin/guidance/page/{page.pk}/history/")
    editor.sees("About zebras")


def test_saving_what_the_editor_did_not_touch_makes_no_revision(editor):
    for path in ("induction/national-welcome", "recruiting/assessments", "privacy"):
        open_page(editor, path)
        save(editor)
        assert Page.objects.get(path=path).revisions.count() == 1, path


def test_word_paste_becomes_clean(editor):
    open_page(editor, "cookies")
    word = (
        "<h1 class=MsoTitle style='color:red'>From Word</h1><p class=MsoListParagraph>·&nbsp; one"
        "<o:p></o:p></p><p>·&nbsp; two</p><script>alert(1)</script>"
    )
    editor.page.get_by_role("textbox", name="Text").evaluate(
        """(box, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            box.focus();
            box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }""",
        word,
    )
    save(editor)
    body = Page.objects.get(path="cookies").live.body
    assert "From Word" in body
    assert "<li>one</li>\n<li>two</li>" in body
    assert "style" not in body
    assert "Mso" not in body
    assert "alert" not in body
