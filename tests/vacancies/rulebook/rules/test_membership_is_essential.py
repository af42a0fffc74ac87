"""A3: membership of a professional body is essential."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits

RULE = "A3"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("MCLIP", "MCLIP"),
        ("Chartered librarian", "Chartered librarian"),
        ("Member of CILIP", "Member of CILIP"),
        ("Membership of a relevant professional body", "Membership of a relevant professional"),
        ("CILIP membership", "CILIP membership"),
        ("Chartership", "Chartership"),
        ("Professional registration", "Professional registration"),
    ],
)
def test_fires(item, place):
    assert hits(RULE, essential(item), "ps") == [place]


@pytest.mark.parametrize(
    "item",
    [
        "Able to work as a member of a team",
        "Membership of the library committee is part of the job",
        "Knows the CILIP ethical framework",
        "Chartered or willing to work towards it",
        "Chartership is not needed",
        "Has chartered a boat",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item), "ps") == []


def test_desirable_membership_is_no_fault():
    assert hits(RULE, desirable("Member of CILIP"), "ps") == []


def test_is_a_rule_of_the_person_specification():
    assert hits(RULE, essential("Member of CILIP"), "advert") == []
