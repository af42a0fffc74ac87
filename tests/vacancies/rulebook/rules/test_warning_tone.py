"""C10: a negative or warning tone."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "C10"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("No time wasters, please.", "No time wasters"),
        ("Late forms will not be considered.", "will not be considered"),
        ("You must be able to cope with noise.", "must be able to cope"),
    ],
)
def test_fires(text, place):
    assert hits(RULE, text, "advert") == [place]


@pytest.mark.parametrize(
    "text", ["Every form will be considered.", "Do apply, even if you do not meet every point."]
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []
