"""What changed between two texts, and what it costs to find out."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.word_changes import ADDED, REMOVED, SAME, longest_rising, matches, word_changes
from tests.each import each

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "searching", "teaching"]), max_size=60)


def spans(before, after):
    return [(span.kind, span.text.strip()) for span in word_changes(before, after)]


def test_a_word_exchanged():
    assert spans("Answers hard enquiries daily", "Answers clinical enquiries daily") == [
        (SAME, "Answers"),
        (REMOVED, "hard"),
        (ADDED, "clinical"),
        (SAME, "enquiries daily"),
    ]


@each(
    "before, after, expected",
    [
        ("", "", []),
        ("", "New text", [(ADDED, "New text")]),
        ("Old text", "", [(REMOVED, "Old text")]),
        ("One  two\n", "One two", [(SAME, "One two")]),
    ],
)
def test_the_ends(before, after, expected):
    assert spans(before, after) == expected


@given(before=WORDS, after=WORDS)
def test_both_texts_can_be_read_from_the_spans(before, after):
    found = word_changes(" ".join(before), " ".join(after))
    new = " ".join(span.text for span in found if span.kind != REMOVED).split()
    old = " ".join(span.text for span in found if span.kind != ADDED).split()
    assert (old, new) == (before, after)


@given(words=WORDS)
def test_a_text_does_not_differ_from_itself(words):
    assert {span.kind for span in word_changes(" ".join(words), " ".join(words))} <= {SAME}


@given(before=WORDS, after=WORDS)
def test_what_matches_rises_on_both_sides(before, after):
    found = matches(before, after)
    assert all(before[low] == after[high] for low, high in found)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))


@given(numbers=st.lists(st.integers(0, 50), unique=True, max_size=12))
def test_the_longest_rising_choice_rises_and_none_is_longer(numbers):
    found = longest_rising(numbers, lambda n: n)
    assert found == sorted(found)
    best = [1] * len(numbers)
    for here, number in enumerate(numbers):
        before = [best[there] for there in range(here) if numbers[there] < number]
        best[here] = 1 + max(before, default=0)
    assert len(found) == max(best, default=0)


class Counted(str):
    """A word that counts how often it is compared."""

    compared = 0

    def __eq__(self, other):
        Counted.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def text_of(kind: str, length: int, seed: int) -> list[Counted]:
    chance = random.Random(seed)  # noqa: S311 - the same words each time
    vocabulary = {"few": 5, "some": 500, "many": length}[kind]
    return [Counted(chance.randrange(vocabulary)) for _ in range(length)]


def cost(kind: str, length: int) -> int:
    before, after = text_of(kind, length, 1), text_of(kind, length, 2)
    Counted.compared = 0
    matches(before, after)
    return Counted.compared


@pytest.mark.wide
@pytest.mark.parametrize("kind", ["few", "some", "many"])
def test_twice_the_words_cost_about_twice_the_comparisons(kind):
    assert cost(kind, 50_000) <= 2.5 * cost(kind, 25_000) + 1_000


@pytest.mark.wide
@pytest.mark.parametrize("kind", ["few", "some", "many"])
def test_fifty_thousand_words_cost_a_bounded_number_of_comparisons(kind):
    assert cost(kind, 50_000) < 100 * 50_000


def test_a_word_changed_in_a_long_text_is_found():
    before = [f"word{n % 3_000}" for n in range(50_000)]
    after = [*before[:20_000], "new", *before[20_001:]]
    changed = [s for s in word_changes(" ".join(before), " ".join(after)) if s.kind != SAME]
    assert [(span.kind, span.text.strip()) for span in changed] == [
        (REMOVED, before[20_000]),
        (ADDED, "new"),
    ]
