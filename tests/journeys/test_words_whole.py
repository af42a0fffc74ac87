"""Whole words and tags, in the tables and lists of every page; the panel beside a form."""

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.studio import address
from tests.vacancies.conftest import make_criterion
from vacancies.models import Criterion, Vacancy

TABLET = {"width": 800, "height": 900}
# Words of table cells and of names of facts on more than one line, though none typed is that long.
BROKEN = """() => [...document.querySelectorAll("main :is(th, td, dt)")].flatMap((cell) => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  while (walk.nextNode()) {
    for (const word of walk.currentNode.data.matchAll(/[^\\s\\-–/]{2,24}/g)) {
      const range = document.createRange();
      range.setStart(walk.currentNode, word.index);
      range.setEnd(walk.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) broken.push(word[0]);
    }
  }
  return broken;
})"""
WRAPPED = """() => [...document.querySelectorAll(".nhsuk-tag")]
  .filter((tag) => tag.textContent.length < 20 && tag.getClientRects().length)
  .filter((tag) => {
    const range = document.createRange();
    range.selectNodeContents(tag);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  })
  .map((tag) => tag.textContent)"""
PAGES = ("", "draft", "evidence", "selection", "checklists/selection", "advert-plan")


@pytest.fixture
def written(vacancy):
    """The vacancy with a profile, an interview date and criteria of two categories."""
    for category, text in (
        ("qualifications", "Degree or postgraduate qualification, or equivalent experience"),
        ("values", "Treats people with respect"),
        ("experience", "Has run a library management system of a large organisation"),
    ):
        methods = ["application", "interview", "certificate"]
        make_criterion(vacancy, text, category=category, assessed_by=methods)
    Vacancy.objects.filter(pk=vacancy.pk).update(band="5", starts_on="2127-03-04")
    return vacancy


@pytest.mark.thorough
@pytest.mark.parametrize("screen", [DESKTOP, TABLET, TELEPHONE], ids=["desktop", "tablet", "phone"])
def test_no_word_of_a_table_breaks_and_no_short_tag_wraps(manager, written, screen):
    page = manager(screen=screen).page
    found = {}
    for path in PAGES:
        page.goto(address(written, path) if path else address(written))
        found[path] = page.evaluate(BROKEN) + page.evaluate(WRAPPED)
    for path in ("/vacancies/profiles/", "/tools/examples/librarian-band-5/"):
        page.goto(path)
        found[path] = page.evaluate(BROKEN) + page.evaluate(WRAPPED)
    assert {path: words for path, words in found.items() if words} == {}


def test_a_word_that_fits_no_column_widens_no_page(manager, written):
    long = "x" * 300
    Criterion.objects.filter(category="values").update(text=long)
    page = manager().page
    for path in ("draft", "selection"):
        page.goto(address(written, path))
        for screen in (DESKTOP, TABLET, TELEPHONE):
            page.set_viewport_size(screen)
            # The header lays its links out anew a moment after the window has changed.
            page.wait_for_function(
                "width => document.documentElement.scrollWidth <= width", arg=screen["width"]
            )


@pytest.mark.thorough
def test_the_panel_opens_with_its_count_and_has_room_for_its_points(manager, written):
    """It says how many points there are before anybody types, and is no smaller than it needs."""
    page = manager().page
    for path in ("duties", "person-specification", "purpose"):
        page.goto(address(written, path))
        said, height, needed, column = page.evaluate(
            """() => {
              const panel = document.querySelector(".portal-findings");
              return [
                panel.querySelector("[role=status]").textContent,
                panel.clientHeight,
                Math.min(panel.scrollHeight, innerHeight / 2 - 4),
                document.querySelector(".portal-panel-column").getBoundingClientRect().height,
              ];
            }"""
        )
        assert said.strip(), path
        assert height >= needed - 1, path
        assert column <= DESKTOP["height"], path
