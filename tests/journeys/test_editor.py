"""An editor keeps a page true: finds it, changes it in the rich-text editor, looks at its past."""

import pytest

from guidance.models import Page
from guidance.services import publish
from tests.conftest import PASSWORD
from tests.journeys.visitor import Visitor


@pytest.fixture
def editor(server, guidance_pages, people, visit) -> Visitor:
    """A signed-in editor. The page must be stored: the browser is another process."""
    visitor = visit()
    visitor.goto("/accounts/login/?next=/admin/")
    visitor.type("Email address", "editor@test.example")
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


def test_every_page_an_editor_uses_passes(editor):
    page = Page.objects.get(path="induction/national-welcome")
    resource = page.resources.first()
    for address in (
        "/admin/",
        "/admin/guidance/page/",
        "/admin/guidance/page/?review=overdue",
        "/admin/guidance/page/add/",
        f"/admin/guidance/page/{page.pk}/change/",
        "/admin/guidance/externalresource/",
        "/admin/guidance/externalresource/add/",
        f"/admin/guidance/externalresource/{resource.pk}/change/",
        f"/admin/guidance/page/{page.pk}/history/",
    ):
        editor.page.goto(address)
        editor.page.wait_for_load_state("networkidle")
        editor.check()
    editor.page.locator("summary").first.press("Enter")
    editor.check()


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
        '<o:p></o:p></p><p style="margin:0">·&nbsp; two</p><script>alert(1)</script>'
        "<table><tr><td><b>A</b></td></tr><tr><td>1</td></tr></table>"
    )
    text = editor.page.get_by_role("textbox", name="Text")
    text.press("Control+A")
    text.evaluate(
        """(box, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }""",
        word,
    )
    save(editor)
    assert Page.objects.get(path="cookies").live.body == (
        "<h2>From Word</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
        '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>"
    )


def test_every_button_of_the_editor_has_a_name_and_the_keyboard_reaches_the_text_styles(editor):
    open_page(editor, "cookies")
    bar = editor.page.locator(".prose-menubar").first
    for button in bar.get_by_role("button").all():
        assert button.evaluate("b => (b.ariaLabel || b.title || b.innerText).trim()")
    menu = bar.get_by_role("button", name="Text style")
    arrow = menu.evaluate("m => getComputedStyle(m, '::after').content")
    assert arrow == '""'
    text = editor.page.get_by_role("textbox", name="Text")
    text.press("Control+Home")
    menu.press("Enter")
    option = editor.page.get_by_role("button", name="Heading 3")
    option.wait_for()
    option.press("Enter")
    assert text.locator("h3").count() == 1


def test_the_history_fits_a_small_screen(editor):
    page = Page.objects.get(path="recruiting/interviews")
    words = {"title": "Interviews", "summary": "About them.", "body": "<p>Other words.</p>"}
    publish(page, **words, note="A note of some length, " * 6)
    editor.page.set_viewport_size({"width": 320, "height": 640})
    editor.goto(f"/admin/guidance/page/{page.pk}/history/")
    for summary in editor.page.locator("summary").all():
        summary.press("Enter")
    editor.check()
    editor.page.get_by_role("button", name="Use this text again").press("Enter")
    editor.sees("Readers see this text again.")
    editor.check()


def test_two_editors_at_once_lose_nothing(editor):
    open_page(editor, "cookies")
    page = Page.objects.get(path="cookies")
    publish(page, title="Cookies", summary="Theirs.", body="<h2>A</h2><p>Their words.</p>")
    text = editor.page.get_by_role("textbox", name="Text")
    text.press("Control+Home")
    text.press_sequentially("Zebras. ")
    save(editor)
    editor.sees("Somebody changed this page while you were editing it")
    editor.sees("Their words.")
    assert "Zebras." in editor.page.get_by_role("textbox", name="Text").inner_text()
    save(editor)
    assert "Zebras." in Page.objects.get(path="cookies").live.body
