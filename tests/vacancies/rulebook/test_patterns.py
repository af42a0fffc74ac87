"""Patterns made of phrases."""

import pytest

from tests.each import each
from vacancies.rulebook.words import phrases


@each(
    "phrase, text, found",
    [
        ("team player", "a team player", "team player"),
        ("team player", "a team-player", "team-player"),
        ("team player", "a team\r\nplayer", "team\r\nplayer"),
        ("utilis*", "she utilised it", "utilised"),
        ("a&e", "at a&e now", "a&e"),
    ],
)
def test_finds_a_phrase_across_spaces_hyphens_and_line_ends(phrase, text, found):
    match = phrases([phrase]).pattern.search(text)
    assert match is not None
    assert match.group() == found


@each(
    "phrase, text",
    [("train", "a trainee"), ("mission", "an admission"), ("he", "the hens"), ("a.b", "aXb")],
)
def test_knows_where_words_end(phrase, text):
    assert phrases([phrase]).pattern.search(text) is None


def test_the_longest_phrase_wins():
    match = phrases(["mature", "mature student"]).pattern.search("a mature student")
    assert match is not None
    assert match.group() == "mature student"


def test_no_phrase_is_an_error():
    with pytest.raises(ValueError, match="at least one"):
        phrases([])
