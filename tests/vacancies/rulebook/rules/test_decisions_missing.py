"""B8: no decisions of the post."""

import pytest

from tests.vacancies.rulebook.report import duties, hits

RULE = "B8"


@pytest.mark.parametrize(
    "duty",
    [
        "Run the desk",
        "Search for evidence to support clinical decision making",
        "Welcome delegates of a course",
    ],
)
def test_fires_once(duty):
    assert hits(RULE, duties(duty)) == [""]


@pytest.mark.parametrize(
    "duty",
    [
        "Decide which books to buy",
        "Renew loans without referring to a manager",
        "Refer hard questions to the librarian",
        "Authorise orders up to a limit",
        "Run the budget delegated by the manager",
    ],
)
def test_stays_silent(duty):
    assert hits(RULE, duties(duty)) == []
