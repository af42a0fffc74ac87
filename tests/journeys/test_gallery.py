"""The gallery in a browser: every component at once passes what every page must pass."""

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE


@pytest.fixture
def gallery(settings) -> str:
    settings.ROOT_URLCONF = "tests.project.gallery_urls"
    return "/components/"


@pytest.mark.parametrize("screen", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_every_component_passes(visit, gallery, javascript, screen) -> None:
    visitor = visit(javascript, screen)
    if javascript:
        assert visitor.inspect(gallery) == []
    else:
        visitor.goto(gallery)
    visitor.sees("There is a problem")


def test_errors_have_the_focus_and_lead_to_their_controls(visit, gallery) -> None:
    visitor = visit()
    visitor.goto(gallery)
    page = visitor.page
    focused = "document.activeElement"
    assert "nhsuk-error-summary" in page.evaluate(f"{focused}.className")
    links = page.locator(".nhsuk-error-summary a")
    for place in range(links.count()):
        link = links.nth(place)
        visitor.reach(link)
        page.keyboard.press("Enter")
        assert page.evaluate(f"'#' + {focused}.id") == link.get_attribute("href")


def test_option_opens_its_question_and_counter_counts(visit, gallery) -> None:
    visitor = visit()
    visitor.goto(gallery)
    page = visitor.page
    form = page.locator("form", has=page.locator("[name=empty-route]"))
    assert not form.get_by_label("Name of the place").is_visible()
    form.get_by_label("Somewhere else").check(force=True)
    assert form.get_by_label("Name of the place").is_visible()
    form.get_by_label("Why the post is needed").fill("word " * 28)
    visitor.sees("You have 20 characters too many")
    visitor.check()


def test_everything_an_option_opens_is_there_without_script(visit, gallery) -> None:
    visitor = visit(javascript=False)
    visitor.goto(gallery)
    form = visitor.page.locator("form", has=visitor.page.locator("[name=empty-route]"))
    assert form.get_by_label("Name of the place").is_visible()
