"""Room and quiet: pages under stress, what scrolls inside them, and what is read out."""

import pytest

from tests.journeys.conftest import DESKTOP
from tests.journeys.studio import address
from tests.vacancies.conftest import make_criterion

NARROW = {"width": 320, "height": 900}
# WCAG 1.4.12, as somebody's own style sheet sets it.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
LARGE = "html { font-size: 200% !important; }"
STRESSES = {
    "320 px with spacing": (NARROW, SPACED),
    "1280 px with spacing": (DESKTOP, SPACED),
    "text of 200 %": (DESKTOP, LARGE),
    "a low window": ({"width": 1280, "height": 600}, ""),
    "zoom of 200 %": ({"width": 960, "height": 540}, ""),
}
PLACES = (
    *("duties", "purpose", "timeline", "selection", "check", "draft"),
    *("evidence", "evidence/F1", "advert-plan", "nhs-jobs", "", "person-specification"),
)
# Boxes that scroll and show too little, and stops of Tab at boxes that do not scroll.
CRAMPED = """() => [...document.querySelectorAll("main, main *")].flatMap((box) => {
  const { overflowY } = getComputedStyle(box);
  if (box.localName === "textarea" || !/auto|scroll/.test(overflowY)) return [];
  const scrolls = box.scrollHeight > box.clientHeight + 1;
  const shown = box.clientHeight >= 256 || box.clientHeight >= 0.4 * box.scrollHeight;
  const stops = box.tabIndex === 0 && box.matches("[data-scrolls], aside, section");
  const wide = box.scrollWidth > box.clientWidth + 1;
  return (scrolls && !shown) || (stops && !scrolls && !wide) ? [box.className] : [];
})"""
# Everything that is read out politely, from now on.
LISTEN = """() => {
  window.heard = [];
  const polite = "[role=status], [aria-live=polite]";
  new MutationObserver((changes) => {
    const lines = new Set(changes.map(({ target }) =>
      (target.closest ? target : target.parentElement)?.closest(polite)));
    for (const line of lines) {
      const silent = !line || line.ariaLive === "off" || line.closest("[aria-hidden=true]");
      if (!silent && line.textContent.trim())
        window.heard.push(line.textContent.trim());
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def faults(page, place, vacancy) -> list[str]:
    """Return what does not fit on a page under stress."""
    page.goto(address(vacancy, *(part for part in (place,) if part)))
    page.wait_for_timeout(200)
    width = page.evaluate("document.documentElement.scrollWidth")
    wide = [f"{place}: {width} px wide"] if width > page.viewport_size["width"] else []
    return wide + [f"{place}: {box}" for box in page.evaluate(CRAMPED)]


@pytest.mark.parametrize(
    "stress",
    [
        pytest.param(name, marks=() if name == "zoom of 200 %" else pytest.mark.thorough)
        for name in STRESSES
    ],
)
def test_pages_fit_under_stress(manager, vacancy, stress):
    screen, css = STRESSES[stress]
    visitor = manager(screen=screen)
    visitor.page.add_init_script(f"""
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`{css}`);
        document.adoptedStyleSheets = [sheet];
    """)
    assert [one for place in PLACES for one in faults(visitor.page, place, vacancy)] == []


def test_what_is_found_is_at_hand_on_a_narrow_screen(manager, vacancy):
    """A link stays in sight wherever the form is scrolled to, and leads to the points."""
    visitor = manager(screen=NARROW)
    visitor.goto(address(vacancy, "duties"))
    link = visitor.page.locator("[data-to-findings]")
    box = link.bounding_box()
    assert 0 <= box["y"] < NARROW["height"]
    link.press("Enter")
    assert visitor.page.url.endswith("#findings-title")


@pytest.mark.thorough
def test_each_press_is_heard_once(manager, vacancy):
    """What became of a press is read out once, by the line at the row; nothing else speaks."""
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
    visitor = manager()
    own = address(vacancy, "duties")
    visitor.goto(own)
    visitor.page.evaluate(LISTEN)
    for words in ("Answers clinical questions", "Answers questions of nurses"):
        visitor.page.evaluate("window.heard = []")
        with (
            visitor.page.expect_response(lambda answer: "check/typed" in answer.url),
            visitor.page.expect_response(
                lambda answer: "/duties/" in answer.url and "typed" not in answer.url
            ),
        ):
            visitor.type("Duty 1", words)
        visitor.page.wait_for_timeout(1200)
        heard = visitor.page.evaluate("window.heard")
        assert len(heard) <= 1, heard
