"""L7: a belief, an orientation or a marital status."""

import pytest

from tests.vacancies.rulebook.report import essential, hits, lawful_beside

RULE = "L7"


@pytest.mark.parametrize(
    ("unlawful", "lawful"),
    [
        ("Practising Catholic", "Knowledge of how Catholics and others mourn"),
        ("Must be a Christian", "Respects the Christian ethos of the hospice"),
        (
            "Member of the Church of England",
            "Experience of working with chaplains of the Church of England",
        ),
        ("Must share our faith", "Respects people of all faiths and none"),
        ("No headscarves", "Uniform is provided"),
        ("Must be heterosexual", "Knowledge of LGBTQ+ health"),
        (
            "Transgender applicants will not be considered",
            "Experience of services for transgender patients",
        ),
        ("Must be unmarried", "Single point of contact for publishers"),
        (
            "Must not be a member of a trade union",
            "Able to work with trade union representatives",
        ),
        (
            "Muslims need not apply",
            "Collections for Muslim readers",
        ),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 7, 8, 10, 12, 13 and 39")


@pytest.mark.parametrize("item", ["Married", "Single", "Christian"])
def test_a_status_may_be_the_whole_criterion(item):
    assert hits(RULE, essential(item), "ps") == [item]


def test_a_requirement_of_the_occupation_is_none():
    text = "Must be a practising Muslim: an occupational requirement under Schedule 9"
    assert hits(RULE, essential(text), "ps") == []
