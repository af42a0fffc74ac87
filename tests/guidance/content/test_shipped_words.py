"""The words of everything in guidance/content: abbreviations, spelling, the days they tell."""

import re

from guidance import CONTENT as FOLDER
from guidance.content.shipped import read_content
from guidance.texts.rules.markdown import plain_text, to_html
from tests.each import each

CONTENT = read_content()
PAGES = {page.path: page for page in CONTENT.pages}
# The words that an abbreviation is short for: they stand beside its first use on a page.
LONG = {
    "AfC": "Agenda for Change",
    "CPD": "professional development",
    "DBS": "Disclosure and Barring Service",
    "EASS": "Equality Advisory and Support Service",
    "EDI": "equality, diversity and inclusion",
    "EHRC": "Equality and Human Rights Commission",
    "HEE": "Health Education England",
    "HLG": "Health Libraries Group",
    "ICO": "Information Commissioner",
    "JD": "job description",
    "KLS": "knowledge and library service",
    "LIAS": "Library, Information and Archive Services",
    "LIS": "library and information science",
    "LMS": "library management system",
    "NLPN": "New Library Professionals Network",
    "PKSB": "Professional Knowledge and Skills Base",
    "PS": "person specification",
    "WCAG": "Web Content Accessibility Guidelines",
}
# Names, not abbreviations in a sentence.
NAMES = re.compile(r"KLS Portal|LIS-[A-Z-]+")
NEAR = 110


def words_of(path: str) -> str:
    """Everything that stands on a page, from the top: title, summary, text."""
    page = PAGES[path]
    text = re.sub(r"<[^>]+>", " ", to_html(page.text))
    return " ".join(f"{page.title}. {page.summary} {text}".split())


def not_spelt_out(text: str) -> list[str]:
    """The abbreviations of LONG whose first use has no long form beside it."""
    text = NAMES.sub("", text)
    lost = []
    for short, long in LONG.items():
        if first := re.search(rf"(?<![\w-]){short}s?(?![\w-])", text):
            beside = text[max(0, first.start() - NEAR) : first.end() + NEAR]
            if long.lower() not in beside.lower():
                lost.append(short)
    return lost


def test_what_is_not_spelt_out_is_noticed():
    assert not_spelt_out("A JD. " + "x " * 100 + "Job description (JD).") == ["JD"]
    assert not_spelt_out("Write a job description (JD). The JD is short.") == []
    assert not_spelt_out("KLS Portal, LIS-MEDICAL") == []


@each("path", PAGES)
def test_abbreviations_are_spelt_out_when_first_used(path):
    assert not_spelt_out(words_of(path)) == []


@each("file", sorted(FOLDER.glob("*.md")))
def test_email_is_one_word(file):
    assert "e-mail" not in file.read_text(encoding="utf-8").lower()


@each("path", ["privacy", "accessibility-statement", "about", "cookies"])
def test_sentences_are_short_and_rows_end(path):
    text = plain_text(to_html(PAGES[path].text)).body
    sentences = re.split(r"(?<=[.!?:;])\s", text)
    assert [s for s in sentences if len(re.findall(r"\w[\w'’-]*", s)) > 20] == []


def test_rows_of_the_accessibility_statement_end_with_a_full_stop():
    rows = re.findall(r"^\| (?!---|What|Limit).*\|$", PAGES["accessibility-statement"].text, re.M)
    assert rows
    assert [row for row in rows if not row.rstrip("| ").endswith(".")] == []


def test_about_says_that_the_day_of_the_pages_is_the_day_they_were_written():
    *others, last = sorted({page.reviewed for page in CONTENT.pages})
    days = f"{', '.join(str(day.day) for day in others)} or {last.day} {last:%B %Y}"
    assert days in words_of("about")


def test_privacy_says_who_deletes_drafts_and_accounts_in_words():
    words = words_of("privacy")
    assert "close unused" not in words
    assert "We never delete a draft automatically" in words


def test_no_address_is_for_one_account_of_a_browser():
    assert [entry.code for entry in CONTENT.resources if "authuser" in entry.url] == []
