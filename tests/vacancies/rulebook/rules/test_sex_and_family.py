"""L4: a sex, or nobody with a family."""

import pytest

from tests.vacancies.rulebook.report import essential, hits, lawful_beside

RULE = "L4"


@pytest.mark.parametrize(
    ("unlawful", "lawful"),
    [
        (
            "Male applicants preferred",
            "We welcome applications from men, who are under-represented in libraries",
        ),
        ("Female librarian wanted", "Experience in a women's hospital"),
        ("Ideal for a mum returning to work", "People returning to work are welcome"),
        ("Would suit a housewife", "Would suit somebody who likes routine"),
        ("Strong lad needed for the store", "Can move stock with a trolley"),
        ("No childcare commitments", "Works one Saturday in four"),
        ("Free of family responsibilities", "Knowledge of family support services"),
        (
            "Family commitments must not interfere with work",
            "Family-friendly working is offered",
        ),
        ("Must not be pregnant", "Knowledge of maternity and pregnancy care"),
        ("Not planning to start a family", "Planning collections for new families"),
        (
            "Suitable for a working mum",
            "Work with male and female patients",
        ),
        (
            "Applicants with school-age children should not apply",
            "Storytimes for school-age children",
        ),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 11, 13, 18, 19 and 39")


@pytest.mark.parametrize("item", ["A woman", "Married lady", "Female"])
def test_a_sex_may_be_the_whole_criterion(item):
    assert hits(RULE, essential(item), "ps") == [item]
