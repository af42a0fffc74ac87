"""L2: shuts out disabled people."""

import pytest

from tests.vacancies.rulebook.report import essential, lawful_beside
from vacancies.rulebook.check import check

RULE = "L2"


@pytest.mark.parametrize(
    ("unlawful", "lawful"),
    [
        ("Able-bodied", "Able to lift boxes of 10 kg; adjustments can be made"),
        (
            "No physical or mental disability",
            "Experience of working with people with a physical disability",
        ),
        ("Must not use a wheelchair", "Can show wheelchair users round the library"),
        (
            "Not suitable for people with mobility problems",
            "The building is suitable for people with mobility problems",
        ),
        ("Good eyesight and hearing", "Experience of software for people with sight loss"),
        ("Able to climb stairs unaided", "Moves between two buildings several times a day"),
        ("Of sound mind and body", "Sound judgement under pressure"),
        ("Disabled applicants need not apply", "We welcome applications from disabled people"),
        ("Must not be dyslexic", "Experience of teaching dyslexic students"),
        ("Normal colour vision", "Shares our vision for the service"),
        ("Neurotypical", "Understands neurodiversity"),
        (
            "Must not require reasonable adjustments",
            "Reasonable adjustments can be made",
        ),
        ("Must be sighted", "Collections for partially sighted readers"),
        ("Not registered disabled", "Experience of services for disabled readers"),
    ],
)
def test_the_lawful_neighbour_stays_silent(unlawful, lawful):
    lawful_beside(RULE, unlawful, lawful, "sections 6, 13, 20 and 39")


def test_it_is_one_finding_with_health():
    findings = check(essential("Must not suffer from any mental illness"), "ps").findings
    assert [(one.rule, one.also) for one in findings if one.severity == "must"] == [("L2", ("L1",))]
