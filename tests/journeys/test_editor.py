"""An editor keeps a page true: drafts, has it approved, publishes, brings back the past."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from guidance.models import Page, Revision
from tests.conftest import PASSWORD
from tests.guidance.editing import publish
from tests.journeys.conftest import TELEPHONE
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


def press(editor: Visitor, button: str) -> None:
    """Press a button of the form of a page, and wait for the form to be there again."""
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name=button, exact=True).press("Enter")
    editor.page.get_by_role("textbox", name="Text").wait_for()
    editor.check()


def write(editor: Visitor, words: str) -> None:
    text = editor.page.get_by_role("textbox", name="Text")
    text.press("Control+Home")
    text.press_sequentially(words)


def stored(path: str) -> Page:
    return Page.objects.get(path=path)


def test_a_change_is_previewed_approved_scheduled_published_and_taken_back(editor, visit):
    path = "recruiting/interviews"
    open_page(editor, path)
    write(editor, "Zebras ask fairly. ")
    editor.page.get_by_label("What you changed").fill("About zebras")
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Save draft and preview").press("Enter")
    editor.check()
    editor.sees("Preview: this is a draft")
    editor.sees("Zebras ask fairly.")
    reader = visit(javascript=False, screen=TELEPHONE)
    reader.goto(f"/{path}/")
    assert reader.page.get_by_text("Zebras").count() == 0

    # Somebody without an account approves it.
    editor.follow("Go back to editing")
    editor.page.get_by_label("Who it is for").fill("Workforce team")
    editor.press("Make a link to the draft")
    secret = editor.page.locator(".portal-address a").get_attribute("href")
    reader.goto("/approval/" + secret.rsplit("/", 2)[1] + "/")
    reader.sees("Zebras ask fairly.")
    reader.pick("What do you think of this text?", "I approve it as it is")
    reader.type("Your role or team (optional)", "Workforce lead")
    reader.press("Send your answer")
    reader.sees("Approved")

    # The editor sees it, and lets the draft be published at a time that soon comes.
    open_page(editor, path)
    editor.sees("by Workforce lead")
    editor.page.get_by_label("This is a major change").check()
    editor.page.get_by_label("What readers are told").fill("Zebras interview too.")
    editor.page.get_by_label("Publish at").fill("2127-01-02T09:00")
    press(editor, "Save draft")
    editor.sees("It will be published on 2 January 2127, 09:00.")
    Revision.objects.filter(pk=stored(path).draft_id).update(publish_at=timezone.now())
    call_command("publish_due")
    reader.goto(f"/{path}/")
    reader.sees("Zebras ask fairly.")
    reader.goto("/search/?q=zebras")
    reader.sees("Interviews")

    # What was is brought back.
    editor.goto(f"/admin/guidance/page/{stored(path).pk}/history/")
    editor.sees("About zebras")
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Restore as a draft").first.press("Enter")
    editor.sees("That text is now the draft of the page.")
    editor.follow("see what changed")
    editor.sees("[removed]")
    open_page(editor, path)
    press(editor, "Publish now")
    editor.sees("Published. Readers see this text now.")
    reader.goto(f"/{path}/")
    assert reader.page.get_by_text("Zebras ask fairly.").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "recruiting/assessments",
        pytest.param("induction/national-welcome", marks=pytest.mark.thorough),
        pytest.param("privacy", marks=pytest.mark.thorough),
    ],
)
def test_saving_what_the_editor_did_not_touch_makes_no_revision(editor, path):
    open_page(editor, path)
    press(editor, "Save draft")
    assert stored(path).revisions.count() == 1


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
    press(editor, "Save draft")
    assert stored("cookies").draft.body == (
        "<h2>From Word</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
        '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>"
    )


@pytest.mark.thorough
def test_the_bar_of_the_editor_has_names_roles_and_states_and_the_keyboard_uses_it(editor):
    open_page(editor, "cookies")
    bar = editor.page.get_by_role("toolbar")
    for button in bar.get_by_role("button").all():
        name = button.evaluate("b => (b.ariaLabel || b.title || b.innerText).trim()")
        assert name[0].isupper()
    menu = bar.get_by_role("button", name="Text style")
    arrow = menu.evaluate("m => getComputedStyle(m, '::after').content")
    assert arrow == '""'
    text = editor.page.get_by_role("textbox", name="Text")
    text.press("Control+Home")
    menu.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    editor.page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.press("Enter")
    editor.page.keyboard.press("ArrowDown")
    option = editor.page.get_by_role("menuitemradio", name="Heading 3")
    editor.reach(option)
    option.press("Enter")
    assert text.locator("h3").count() == 1
    text.press("Control+b")
    bar.get_by_role("button", name="Bold", pressed=True).wait_for()
    menu.press("ArrowRight")
    editor.page.keyboard.press("ArrowLeft")
    assert menu.evaluate("menu => menu === document.activeElement")


@pytest.mark.thorough
@pytest.mark.parametrize("width", [1280, 320])
def test_the_buttons_of_the_editor_stay_in_view_on_a_long_page(editor, width):
    page = Page.objects.get(path="cookies")
    publish(page, title="Cookies", summary="Long.", body="<p>Many words of one page.</p>" * 200)
    editor.page.set_viewport_size({"width": width, "height": 800})
    open_page(editor, "cookies")
    editor.page.evaluate("scrollTo(0, 1600)")
    bar = editor.page.locator(".prose-menubar").first.bounding_box()
    assert 0 <= bar["y"] < 10
    assert editor.page.evaluate("scrollY") == 1600


@pytest.mark.thorough
@pytest.mark.parametrize("address", ["page/add/", "update/add/"])
def test_the_browser_checks_the_spelling_as_british_english(editor, address):
    editor.page.goto(f"/admin/guidance/{address}")
    text = editor.page.get_by_role("textbox", name="Text")
    expect(text).to_have_attribute("lang", "en-GB")  # once the editor says that it is ready
    assert text.evaluate("box => box.spellcheck")


@pytest.mark.thorough
def test_publishing_at_once_what_has_a_time_asks_first(editor):
    open_page(editor, "cookies")
    write(editor, "Zebras. ")
    editor.page.get_by_label("Publish at").fill("2127-01-02T09:00")
    press(editor, "Publish now")
    assert "Zebras." not in stored("cookies").live.body
    press(editor, "Publish now all the same")
    assert "Zebras." in stored("cookies").live.body


@pytest.mark.thorough
def test_the_history_fits_a_small_screen(editor):
    page = Page.objects.get(path="recruiting/interviews")
    words = {"title": "Interviews", "summary": "About them.", "body": "<p>Other words.</p>"}
    publish(page, **words, note="A note of some length, " * 6)
    editor.page.set_viewport_size({"width": 320, "height": 640})
    editor.goto(f"/admin/guidance/page/{page.pk}/history/")
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Restore as a draft").press("Enter")
    editor.sees("That text is now the draft of the page.")
    editor.check()
    editor.page.get_by_role("toolbar").wait_for()
    assert editor.axe_faults() == []


@pytest.mark.thorough
@pytest.mark.postgres
def test_two_editors_at_once_lose_nothing(editor):
    open_page(editor, "cookies")
    page = Page.objects.get(path="cookies")
    publish(page, title="Cookies", summary="Theirs.", body="<h2>A</h2><p>Their words.</p>")
    write(editor, "Zebras. ")
    press(editor, "Save draft")
    editor.sees("Someone changed this page while you were editing it")
    editor.sees("Their words.")
    assert "Zebras." in editor.page.get_by_role("textbox", name="Text").inner_text()
    press(editor, "Save draft")
    assert "Zebras." in stored("cookies").draft.body
