"""The questions that managers ask, over the shipped guidance: run on both databases."""

import re
import tomllib
from pathlib import Path

from guidance.models import Page as GuidancePage
from guidance.search.answer import answer
from guidance.search.engines import Kind
from guidance.search.index import engine
from guidance.search.query import Term
from guidance.search.services import also_found, known_synonyms
from guidance.search.synonyms import Phrase
from kls_portal.nav import FOOTER
from tests.guidance.editing import search
from tests.pages import Page

FILE = Path(__file__).parent / "questions.toml"
QUESTIONS = tomllib.loads(FILE.read_text(encoding="utf-8"))["questions"]
NEEDED = 0.95
FIRST = 3


def test_the_right_page_or_tool_is_in_the_first_three_for_nineteen_of_twenty(guidance_pages):
    missed = {}
    for question, wanted in QUESTIONS.items():
        given = answer(question)
        pages = [result.address.strip("/") for result in given.results]
        tools = [tool.address for tool in given.tools]
        updates = [one.address for one in also_found(given.terms) if one.is_asked_for]
        shown = [*tools, *updates, *pages][:FIRST]
        if not set(shown) & set(wanted):
            missed[question] = shown
    assert len(QUESTIONS) >= 500
    assert 1 - len(missed) / len(QUESTIONS) >= NEEDED, "\n".join(
        f"{k}: {v}" for k, v in missed.items()
    )


def test_the_page_expected_for_each_question_is_there(guidance_pages):
    expected = {path for pages in QUESTIONS.values() for path in pages if path[0] != "/"}
    assert expected <= set(GuidancePage.objects.live().values_list("path", flat=True))


def test_every_page_is_found_by_its_title(guidance_pages):
    missed = [
        page.live.title
        for page in GuidancePage.objects.for_reading()
        if page.get_absolute_url() not in [r.address for r in search(page.live.title)[:FIRST]]
    ]
    assert missed == []


def test_each_group_of_synonyms_has_words_that_stand_on_a_page(guidance_pages):
    """A page that is worded anew would else leave them without an answer."""
    index = engine()

    def stands(phrase: Phrase) -> bool:
        return any(hit.kind is Kind.TYPED for hit in index.hits([Term(phrase)])[0])

    groups = set(known_synonyms().groups.values())
    assert [group for group in groups if not any(map(stands, group))] == []


def first(question: str, count: int = FIRST) -> list[str]:
    return [result.address.strip("/") for result in search(question)[:count]]


def test_short_questions_have_their_answer_first(guidance_pages):
    site = {link.address.strip("/") for link in FOOTER}
    assert not site & set(first("KLS", 4))
    assert first("job share", 1) == ["recruiting/flexible-working"]
    assert "recruiting/national-profiles" in first("band 5", 4)
    assert not first("band 5", 1)[0].startswith("case-studies/")
    assert first("privacy", 1) == ["privacy"]
    assert first("accessibility", 1) == ["accessibility-statement"]


def test_spellings_of_one_thing_find_the_same_pages(guidance_pages):
    found = [first(text, 20) for text in ("1:1", "one to one", "one-to-one", "121", "1-2-1")]
    assert found[0][0] == "retaining/one-to-ones-and-supervision"
    assert all(pages == found[0] for pages in found)


def counted(client, asked: str) -> list[int]:
    """Return the numbers that the page of results says of itself."""
    (heading,) = Page(client.get("/search/", {"q": asked})).texts("#found")
    assert f"“{asked}”" in heading
    return [int(number) for number in re.findall(r"\d+", heading)]


def test_how_many_pages_answer_is_counted_and_not_how_many_are_shown(guidance_pages, client):
    given = answer("job")
    assert given.number > len(given.results) == 20
    assert counted(client, "job") == [20, given.number]
    few = answer("LIS-MEDICAL")
    assert few.number == len(few.results) < 20
    assert counted(client, "LIS-MEDICAL") == [few.number]
