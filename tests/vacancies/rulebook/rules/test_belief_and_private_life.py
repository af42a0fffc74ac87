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
            "Muslims need not apply",
            "Collections for Muslim readers",
        ),
        ("No time off for religious festivals", "Knows the dates of religious festivals"),
        ("Must remove turban at work", "Turbans and headscarves are welcome"),
        ("Clean shaven", "Clean desk at the end of the day"),
        ("State your sexual orientation", "Subject headings for sexual orientation"),
        ("Must live in the gender of birth", "Records of births"),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 7, 8, 10, 12, 13, 19 and 39")


@pytest.mark.parametrize("item", ["Married", "Single", "Christian"])
def test_a_status_may_be_the_whole_criterion(item):
    assert hits(RULE, essential(item), "ps") == [item]


def test_a_requirement_of_the_occupation_is_none():
    text = "Must be a practising Muslim: an occupational requirement under Schedule 9"
    assert hits(RULE, essential(text), "ps") == []


@pytest.mark.parametrize(
    ("unlawful", "lawful"),
    [
        ("Must not be a member of a trade union", "Able to work with trade union representatives"),
        ("No trade union members", "Consults trade union members about rotas"),
        ("Non-union member", "Keeps the union catalogue"),
        ("Must resign from the union", "Experience of work with unions"),
        ("Must not take part in industrial action", "Knows the history of industrial action"),
    ],
)
def test_trade_unions_have_a_law_of_their_own(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "section 137", "(Consolidation) Act 1992")
