"""The English of the guidance: connected, plain, one word a thing, and about the reader's work."""

import re
from collections import Counter

from guidance.content.shipped import read_content
from kls_portal.nav import NAVIGATION
from kls_portal.reference.shipped_facts import shipped_facts
from kls_portal.tools import TOOLS
from tests.each import each
from tests.guidance.content.words import (
    LIMITS,
    OF_A_PAGE,
    SECTIONS,
    Count,
    count,
    found_in,
    guidance_pages,
    of_section,
    said_on,
)

STRENGTH = re.compile(
    r"\b(law:|the law|nhs terms|national guidance|measured:|your trust decides|we suggest)|{claim=",
    re.IGNORECASE,
)
PAGES = {page.path: page for page in guidance_pages()}
# Shorter sentences, such as “Ask HR.”, may well be said again.
ONE_THING = 6
# Pages whose first text is still a telegram. The list can only shrink.
STILL_CHOPPED: set[str] = set()
# Pages that still say what the guidance does not say. The list can only shrink.
STILL_SAYS: set[str] = set()


def test_a_telegram_breaks_the_limits_and_connected_sentences_keep_them():
    telegram = "Plan it. Ask HR. Book a room. Tell people. Do it early."
    connected = (
        "Ask HR early how long your panel takes, because banding often holds a vacancy up. "
        "Book the room before the advert opens, so that nobody has to wait for it."
    )
    assert set(count([telegram]).outside(LIMITS)) == {"mean", "short", "connected"}
    assert count([connected]).outside(LIMITS) == []


def test_headings_tables_and_fragments_are_no_sentences():
    text = "## A heading.\n\nOne sentence stands here.\n\n- a fragment\n\n| a |\n|---|\n| C d. |"
    assert count([text]).sentences == ("One sentence stands here.",)


def test_a_sentence_that_nobody_can_hold_is_named():
    assert Count(("word " * 26 + ".",)).long
    assert not Count(("word " * 25 + ".",)).long


def test_a_word_that_is_not_used_is_found_with_its_better_word():
    assert found_in("We could not read its points.")
    assert found_in("Somebody leaves.")
    assert not found_in("Someone leaves, and you can read the points.")


def test_only_the_pages_that_are_listed_are_chopped():
    chopped = {path for path, page in PAGES.items() if count([page.text]).outside(OF_A_PAGE)}
    assert chopped == STILL_CHOPPED


@each("section", SECTIONS)
def test_a_section_as_a_whole_is_connected_and_plain(section):
    assert of_section(section).outside(LIMITS) == []


def test_only_the_pages_that_are_listed_say_what_is_not_said():
    assert {path for path, page in PAGES.items() if said_on(page)} == STILL_SAYS


def test_what_readers_see_of_the_registers_says_nothing_that_is_not_said():
    content = read_content()
    shown = [
        *(f"{one.words} {one.source}" for one in content.claims),
        *(f"{one.what} {one.value} {one.source}" for one in shipped_facts().values()),
        *(f"{one.name} {one.use}" for one in content.resources),
        *(f"{one.what_for} {one.who_may_join} {one.how_to_join}" for one in content.networks),
        *(f"{step.text} {step.reason}" for one in content.decisions for step in one.steps),
        *(page.based_on for page in PAGES.values()),
    ]
    about_research = ("nothing", "for editors")
    said = [said for text in shown for said in found_in(text) if said.endswith(about_research)]
    assert said == []


def test_each_page_says_what_binds():
    silent = {path for path, page in PAGES.items() if not STRENGTH.search(page.text)}
    assert silent == set()


def test_each_page_ends_with_one_thing_to_do_that_needs_no_account():
    link = re.compile(r"\[[^\]]+\]\((/[^)]*)\)")
    texts = [page.text for page in PAGES.values()] + [one.text for one in read_content().updates]
    last = [text.rstrip().split("\n")[-1] for text in texts]
    assert [line for line in last if not link.fullmatch(line)] == []
    closed = {tool.address for tool in TOOLS if tool.needs_account}
    assert [line for line in last if link.fullmatch(line)[1] in closed] == []


def test_pages_on_recruiting_lead_to_the_checker():
    recruiting = [page for path, page in PAGES.items() if path.startswith("recruiting/")]
    assert sum("(/vacancies/check/)" in page.text for page in recruiting) >= 6


def test_a_heading_says_what_is_beneath_it():
    vague = re.compile(
        r"^## (?:\w+|(?:See|Set up|Prepare|Watch for|Learn from) ?(?:it)?|.*\?)$", re.M
    )
    assert [line for page in PAGES.values() for line in vague.findall(page.text)] == []


def test_no_sentence_is_told_on_two_pages():
    told = Counter(
        sentence
        for page in PAGES.values()
        for sentence in set(count([page.text]).sentences)
        if len(sentence.split()) > ONE_THING
    )
    assert [sentence for sentence, pages in told.items() if pages > 1] == []


def test_a_section_has_one_name():
    named = {link.address.strip("/"): link.text for link in NAVIGATION}
    assert all(PAGES[path].title == named[path] for path in SECTIONS if path in named)
