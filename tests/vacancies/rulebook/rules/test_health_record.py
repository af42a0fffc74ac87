"""L1: good health, or a record of attendance or sickness."""

from tests.each import each
from tests.vacancies.rulebook.report import duties, hits, lawful_beside

RULE = "L1"


@each(
    "unlawful, lawful",
    [
        ("Good attendance record", "Keeps good attendance records of training"),
        (
            "Excellent sickness record over the past two years",
            "Records the sickness absence of the team each month",
        ),
        ("A satisfactory level of attendance", "Improves attendance at training"),
        ("Consistently low levels of absence", "Analyses absence figures for the directorate"),
        (
            "Must not have had more than five days off sick in the past year",
            "Can plan a rota when colleagues are off sick",
        ),
        ("In good health", "Keeps a collection about good health for patients"),
        (
            "Good physical and mental health",
            "Knowledge of physical and mental health services",
        ),
        ("Physically and mentally fit", "Knows which evidence is fit for purpose"),
        ("No history of mental illness", "Knowledge of the history of mental health care"),
        ("Free from back problems", "Information about back problems for patients"),
        ("Clean bill of health", "Health checks follow after a conditional offer"),
        ("Reliable attendance and punctuality", "Reliable, and punctual at the desk"),
        (
            "Fewer than three episodes of sickness in a year",
            "Applies the policy on sickness absence when managing staff",
        ),
        (
            "Attendance above 97% over the last 12 months",
            "Attendance at 97% of the courses",
        ),
        (
            "Excellent physical condition",
            "Looks after the condition of the stock",
        ),
        ("Fewer than five days' sickness absence", "Reports sickness absence of the team"),
        ("No history of stress", "Knowledge of the literature on stress"),
        ("Good physical health due to lifting", "Good health information for patients"),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 15, 19, 20 and 39")


def test_a_duty_about_the_absence_of_others_is_none():
    text = duties(
        "Record the sickness absence of staff", "Keep a good attendance record of courses"
    )
    assert hits(RULE, text, "jd") == []
