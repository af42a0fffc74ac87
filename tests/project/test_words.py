"""The English of the application: no word that we do not use, no made-up sentence that limps."""

import re

from kls_portal.readability import WORD, cut
from tests.each import each
from tests.guidance.content.words import END, found_in
from tests.project.said import of_python, of_template, of_toml, said
from vacancies.drafting.rules.draft import Duty, share_sentence
from vacancies.drafting.rules.imported import FoundParts

APPLICATION = "application"
LONGEST = 20
"""Words of a sentence on the screen, in a file or in a letter, at most."""
CITES = re.compile(r"read on \d|commit [0-9a-f]{9}")
"""Where something was read: the title of a source is as long as it is."""
LEAST = 5_000
"""So many strings there are at least: a reader that finds fewer has lost some."""


def test_no_string_says_what_is_not_said() -> None:
    strings = said()
    assert len(strings) > LEAST
    found = [(place, one) for place, text in strings for one in found_in(text, APPLICATION)]
    assert found == []


def test_nothing_is_shouted_and_no_sentence_is_too_long_to_hold() -> None:
    strings = [(place, text) for place, text in said() if not CITES.search(text)]
    own = [one for one in strings if not one[0].endswith(".toml")]
    assert [one for one in own if re.search(r"[a-z’”]!(?:\s|$)", one[1])] == []
    long = [one for one in strings if len(WORD.findall(one[1])) > LONGEST]
    sentences = [(place, t[a:b]) for place, t in long for a, b, _ in cut(t, 0, len(t))]
    ended = [one for one in sentences if one[1].rstrip().endswith(END)]
    assert ended
    assert [one for one in ended if len(WORD.findall(one[1])) > LONGEST] == []


def test_one_of_a_thing_is_not_many() -> None:
    found = FoundParts(("title",), 1, 1, 1, 1, 0, 1, 1, 1)
    sentences = (
        share_sentence([Duty(1, "x", share=60), Duty(2, "x")]),
        *(found.found, found.left_out, *found.titles.values()),
    )
    assert all(sentences)
    assert [one for one in sentences if re.search(r"\b1 \w+s\b(?<!s statements)", one)] == []


@each(
    "reader, source",
    [
        (of_python, '"""Anew."""\nWORDS = f"{one} is made anew."\n'),
        (of_template, '{# anew #}<p class="anew">{% button "Make it anew" %}</p>'),
        (of_template, "<p>It is made\n  anew</p>"),
        (of_toml, 'source = "anew"\nname = "Made anew"\n'),
    ],
)
def test_a_word_that_is_not_used_is_found_where_people_read_it(reader, source) -> None:
    assert [found_in(text, APPLICATION) for text in reader(source) if "anew" in text] == [
        ["anew → again"]
    ]
