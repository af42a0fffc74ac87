"""A9: vague traits."""

import pytest

from tests.vacancies.rulebook.report import desirable, essential, hits
from vacancies.rulebook.check import check

RULE = "A9"


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Hard-working and kind", "Hard-working"),
        ("A good team player", "team player"),
        ("Passionate about libraries", "Passionate"),
        ("Has a flexible\nattitude", "flexible\nattitude"),
        ("Self-starter", "Self-starter"),
        ("Excellent communication skills", "Excellent communication skills"),
        ("Good communication skills.", "Good communication skills."),
        ("Excellent IT skills", "Excellent IT skills"),
    ],
)
def test_fires(item, place):
    assert hits(RULE, essential(item), "ps") == [place]
    assert hits(RULE, desirable(item), "ps") == [place]


@pytest.mark.parametrize(
    "item",
    [
        "Excellent communication skills, shown by teaching groups",
        "Can explain a search to somebody new",
        "Knows dynamic risk assessment",
        "Works in a lively library",
        "You need not be a team player",
        "Says “team player” in a quotation",
        "Compassionate",
    ],
)
def test_stays_silent(item):
    assert hits(RULE, essential(item), "ps") == []


def test_dynamic_is_one_finding_with_its_age():
    shown = [
        f for f in check("We want a dynamic person.", "advert").findings if f.excerpt == "dynamic"
    ]
    assert [(finding.rule, finding.also) for finding in shown] == [("A9", ("C6",))]


def test_the_same_trait_twice_is_one_finding():
    assert hits(RULE, essential("A team player", "A real team-player"), "ps") == ["team player"]


def test_is_no_rule_of_the_job_description():
    assert hits(RULE, "Passionate about books.", "jd") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Person specification\n\nEssential\n- Has excellent interpersonal skills",
            ["Has excellent interpersonal skills"],
        ),
        (
            "Person specification\n\nEssential\n- Excellent communication skills, both "
            "written and verbal",
            ["Excellent communication skills, both written and verbal"],
        ),
        (
            "Person specification\n\nEssential\n- Excellent attention to detail",
            ["Excellent attention to detail"],
        ),
    ],
)
def test_other_words_for_it(text, places):
    assert hits(RULE, text, "ps") == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "You have excellent interpersonal and communication skills and enjoy meeting people.",
            ["excellent interpersonal and communication skills"],
        ),
        ("You have excellent communication skills, shown by teaching groups.", []),
        ("You explain results well to people in a hurry.", []),
    ],
)
def test_superlatives_of_skills_in_an_advert(text, places):
    assert hits(RULE, text, "advert") == places
