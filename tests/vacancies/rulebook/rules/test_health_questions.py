"""L8: health asked about before an offer."""

import pytest

from tests.vacancies.rulebook.report import lawful_beside

RULE = "L8"


@pytest.mark.parametrize(
    ("unlawful", "lawful"),
    [
        (
            "State the number of days' sickness in the last two years on your application",
            "State the number of days that you have taught on your application",
        ),
        (
            "Applicants must complete a medical questionnaire",
            "The successful candidate will complete a medical questionnaire",
        ),
        (
            "Candidates will be asked about their health at interview",
            "Candidates will be asked about health information at interview",
        ),
        (
            "Please declare any disability on the form",
            "Please tell us on the form if you need adjustments for a disability",
        ),
        (
            "Give details of any illness in the last year",
            "Give details of any training in the last year",
        ),
        (
            "How many days were you off sick last year?",
            "How many searches did you do last year?",
        ),
        (
            "A medical certificate must accompany your application",
            "A medical certificate is asked for after the offer",
        ),
        (
            "Referees will be asked for your sickness record before shortlisting",
            "Referees will be asked for your sickness record after a conditional offer",
        ),
        (
            "Candidates must pass a medical before interview",
            "A medical follows for the successful candidate",
        ),
        ("A medical reference is needed before interview", "A reference is taken before interview"),
        ("State the number of days you were sick", "State the number of days you can work"),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "section 60")
