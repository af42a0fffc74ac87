"""Which unknown word is a misspelt one, and which is another word."""

from guidance.search.spelling import nearest, parted
from tests.each import each

WORDS = """
    apprenticeship band bad closing cycle flexible grow identity interview making parting pair
    probation recruitment referee reference salary supervision training whether zebra
"""
KNOWN = [(word, 1) for word in WORDS.split()]


@each(
    "typed, meant",
    [
        ("bnad", "band"),  # two letters swapped
        ("probatoin", "probation"),
        ("recuritment", "recruitment"),
        ("trainning", "training"),  # one doubled, left out or added
        ("intervew", "interview"),
        ("salery", "salary"),  # one that sounds alike
        ("apprentiship", "apprenticeship"),  # two slips in a long word
    ],
)
def test_a_misspelt_word_is_known(typed, meant):
    assert nearest(typed, KNOWN) == meant


@each("typed", ["crossing", "parking", "weather", "repair", "bicycle", "dentist", "grew", "taking"])
def test_another_word_is_not_taken_for_a_misspelt_one(typed):
    assert nearest(typed, KNOWN) is None


def test_the_commoner_word_wins_a_tie():
    assert nearest("formor", [("former", 2), ("formar", 9)]) == "formar"


@each(
    "typed, meant", [("salaryband", "salary band"), ("bandreferee", "band referee"), ("zebrax", "")]
)
def test_two_words_that_ran_together_are_parted(typed, meant):
    assert parted(typed, dict(KNOWN)) == meant


def test_a_word_is_not_parted_into_little_words():
    assert parted("theband", {**dict(KNOWN), "the": 1}) == ""
