"""The questions that managers ask, over the shipped guidance: run on both databases."""

import tomllib
from pathlib import Path

from guidance.models import Page
from guidance.search import search

FILE = Path(__file__).parent / "questions.toml"
QUESTIONS = tomllib.loads(FILE.read_text(encoding="utf-8"))["questions"]
NEEDED = 0.9
FIRST = 3


def test_the_right_page_is_in_the_first_three_for_nine_of_ten(guidance_pages):
    missed = {}
    for question, wanted in QUESTIONS.items():
        first = [result.address.strip("/") for result in search(question)[:FIRST]]
        if not set(first) & set(wanted):
            missed[question] = first
    assert len(QUESTIONS) >= 40
    assert 1 - len(missed) / len(QUESTIONS) >= NEEDED, missed


def test_the_page_expected_for_each_question_is_there(guidance_pages):
    expected = {path for pages in QUESTIONS.values() for path in pages}
    assert expected <= set(Page.objects.live().values_list("path", flat=True))


def test_every_page_is_found_by_its_title(guidance_pages):
    missed = [
        page.live.title
        for page in Page.objects.for_reading()
        if page.get_absolute_url() not in [r.address for r in search(page.live.title)[:FIRST]]
    ]
    assert missed == []
