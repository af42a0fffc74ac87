"""T1: a law, a body or a product that is there no more."""

import pytest

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "T1"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Works within the Data Protection Act 1998.", ["Data Protection Act 1998"]),
        ("You follow the Race Relations (Amendment) Act.", ["Race Relations (Amendment) Act"]),
        ("A Criminal Records Bureau check is needed.", ["Criminal Records Bureau"]),
        ("ECDL, or the same skill. ECDL helps.", ["ECDL"]),
        ("You run our Twitter account.", ["Twitter"]),
        ("This post is paid for by HEE.", ["HEE"]),
        ("You use NHS Athens.", ["NHS Athens"]),
        ("Works within the Data Protection Act 2018.", []),
        ("Health Education England, now part of NHS England, paid for it.", []),
        ("You keep the archive of the Commission for Racial Equality.", []),
        ("Twittering birds are heard.", []),
    ],
)
def test_old_names(text, places):
    assert hits(RULE, text, "jd") == places


def test_it_says_what_came_after():
    found = [one for one in check("You run our Twitter account.").findings if one.rule == RULE]
    assert "X" in found[0].suggestion


def test_the_law_of_northern_ireland_is_up_to_date_there():
    text = "You follow the Disability Discrimination Act 1995."
    assert hits(RULE, text, "jd") == ["Disability Discrimination Act 1995"]
    assert hits(RULE, f"Northern Ireland\n\n{text}", "jd") == []
