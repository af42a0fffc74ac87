"""B9: neither values nor mission."""

import pytest

from tests.vacancies.checks.report import duties, hits

RULE = "B9"


@pytest.mark.parametrize(
    "duty", ["Run the desk", "Read p-values and admission figures", "Take commission from nobody"]
)
def test_fires_once(duty):
    assert hits(RULE, duties(duty)) == [""]
    assert hits(RULE, f"You will do this: {duty}.", "advert") == [""]


@pytest.mark.parametrize(
    "line",
    ["Our values are kindness and care.", "Our mission is care.", "The Trust exists to heal."],
)
def test_stays_silent(line):
    assert hits(RULE, duties("Run the desk") + f"\nAbout us\n{line}") == []
