"""L6: full time only, without a reason."""

import pytest

from tests.vacancies.rulebook.report import lawful_beside

RULE = "L6"


@pytest.mark.parametrize(
    ("unlawful", "lawful"),
    [
        (
            "Must be available to work full time",
            "Must be available to work full time, because the desk is staffed by one person",
        ),
        ("Full time only", "37.5 hours a week, full time"),
        (
            "Full-time working is essential",
            "Full-time and part-time working are both possible",
        ),
        (
            "Part-time applications will not be considered",
            "Part-time applications will be considered",
        ),
        ("Job share not possible", "Job share possible"),
        ("Unable to offer part-time hours", "Able to supervise part-time staff"),
        (
            "Must be prepared to work 37.5 hours per week",
            "Must be prepared to lead full-time staff",
        ),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 11, 19 and 39")
