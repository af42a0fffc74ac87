"""D17: a trainee post that is not explained."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D17"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Trainee librarian\n\nYou will run the desk.", "Trainee"),
        ("We offer a traineeship at the desk.", "traineeship"),
        ("The graduate trainee runs the desk.", "graduate trainee"),
    ],
)
def test_fires_at_the_word(text, place):
    assert hits(RULE, text, "advert") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Trainee librarian\n\nThis is a development post for 12 months.",
        "Trainee librarian: you will learn how a library works.",
        "You support GP trainees and medical trainee doctors.",
        "You will run the desk for trainees.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    "text",
    [
        "Library Trainee (Band 4)\n\nThe post lasts for two years.",
    ],
)
def test_other_words_for_it_do_too(text):
    assert hits(RULE, text, "advert") == []
