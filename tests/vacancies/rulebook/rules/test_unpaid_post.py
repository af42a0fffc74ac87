"""D19: an unpaid or voluntary post."""

import pytest

from tests.vacancies.rulebook.report import hits

RULE = "D19"


@pytest.mark.parametrize(
    "text",
    [
        "We pay travel expenses only within the UK.",
        "There is no pay gap in our team.",
        "There is no salary sacrifice.",
    ],
)
def test_pay_in_another_sense_is_no_unpaid_post(text):
    assert hits(RULE, text, "advert") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("This is a voluntary role at the desk.", "voluntary role"),
        ("The post is unpaid.", "The post is unpaid"),
        ("Volunteers needed for our library.", "Volunteers needed"),
        ("An unpaid placement for students.", "unpaid placement"),
    ],
)
def test_fires_at_the_words(text, place):
    assert hits(RULE, text, "advert") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "You will look after volunteers.",
        "You will support placement students.",
        "You can take unpaid leave.",
        "This is not a voluntary role.",
        "We work with voluntary organisations.",
    ],
)
def test_stays_silent(text):
    assert hits(RULE, text, "advert") == []
