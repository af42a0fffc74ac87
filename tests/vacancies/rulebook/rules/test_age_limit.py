"""L5: an age, few years or a new degree."""

import pytest

from tests.each import each
from tests.vacancies.rulebook.report import essential, hits, lawful_beside

RULE = "L5"


@each(
    "unlawful, lawful",
    [
        ("Aged 25 to 40", "Works with people of all ages"),
        ("Applicants should be under 35", "Answers each call in under 35 seconds"),
        ("Maximum age 45", "Maximum loan period of 45 days"),
        ("No more than two years' experience", "At least two years' experience"),
        (
            "Maximum of three years' post-qualification experience",
            "Post for a maximum of three years, with funding until then",
        ),
        ("Recent graduate", "Graduate, or equivalent experience"),
        (
            "Graduated within the last three years",
            "Has kept learning within the last three years",
        ),
        (
            "Fresh out of library school",
            "Has studied at a library school, or learnt the work in a job",
        ),
        ("School leaver", "Experience of work with school leavers and their teachers"),
        ("Young, energetic librarian", "Experience of services for young people"),
        (
            "Someone at the start of their career",
            "Open to people at any stage of their career",
        ),
        (
            "Over-qualified applicants will not be considered",
            "Applicants are told why they were not shortlisted",
        ),
        ("In their twenties", "In their first week starters meet the team"),
        (
            "Not suitable for older applicants",
            "Knowledge of services for older people",
        ),
        ("Over 50s need not apply", "Reading groups for over 60s"),
        ("Twenty years of working life left", "Twenty years of the archive to sort"),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 5, 13, 19 and 39")


@pytest.mark.parametrize(
    "item", ["Under 35", "Not over 40", "Young and keen", "18 to 30 years old"]
)
def test_an_age_may_be_the_whole_criterion(item):
    assert hits(RULE, essential(item), "ps") == [item]


def test_an_age_that_another_law_sets_is_none():
    text = "Must be aged 18 or over by law, because the post includes night work"
    assert hits(RULE, essential(text), "ps") == []
