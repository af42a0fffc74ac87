"""The check of a text and the check of a vacancy say the same of the same words."""

from tests.each import each
from tests.vacancies.checks.rules.vacancy import changed
from vacancies.checks.draft_check import check_draft
from vacancies.checks.draft_texts import draft_texts
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.rulebook.check import check

OF_BOTH = ("A1", "A3", "A5", "A8", "A10", "B4", "B5", "B8", "C7", "D8", "L2", "L3", "T1")
"""Rules of one fact that both pages can see: the others need fields, or more than one text."""

OF_EVERY_JOB = """Confidentiality
The post holder must comply with the Data Protection Act 1998. Ask him.
Applicants must be native English speakers."""


def of_vacancy(file):
    found = (one.finding for one in check_draft(file).findings)
    return {rule for one in found for rule in (one.rule, *one.also) if rule in OF_BOTH}


def of_texts(file):
    """What the other page says of the job description and person specification, pasted."""
    texts = [text for text in draft_texts(file) if text.kind != "advert"]
    found = [one for text in texts for one in check(text.text, text.kind).findings]
    return {rule for one in found for rule in (one.rule, *one.also) if rule in OF_BOTH}


def criteria(*texts, essential=True):
    rows = enumerate(texts, start=1)
    return tuple(Criterion(n, "skills", essential, text, ("interview",), (1,)) for n, text in rows)


@each(
    "values, expected",
    [
        ({}, set()),
        ({"purpose": "You find evidence for teams."}, {"B4"}),
        ({"purpose": "You find out - and say - what is known. " * 2}, {"B4"}),
        ({"purpose": "You find well-known facts. " * 5}, set()),
        ({"flexible_working": "Hybrid working is not available for this post."}, {"D8"}),
        ({"flexible_working": "Part-time."}, {"D8"}),
        ({"flexible_working": "Your hours will be agreed with you."}, set()),
        ({"decides": ""}, {"B8"}),
        ({"decides": "Small orders, alone."}, set()),
        ({"decides": "He orders books."}, {"C7"}),
        ({"duties": tuple(Duty(n, f"Teach group {n}") for n in range(1, 5))}, {"B5"}),
        ({"duties": tuple(Duty(n, f"Teach group {n}") for n in range(1, 18))}, {"B5"}),
        ({"criteria": criteria("Able-bodied", "Native English speaker")}, {"L2", "L3"}),
        ({"criteria": criteria(*[f"Can do thing {n} well" for n in range(13)])}, {"A5"}),
        ({"criteria": criteria("A degree", "Chartered member of CILIP")}, {"A1", "A3"}),
        ({"criteria": criteria("A degree", "MCLIP", essential=False)}, set()),
        ({"criteria": criteria("Driving licence")}, {"A10"}),
        ({"relationships": "You run our Twitter account."}, {"T1"}),
        ({"standard_statements": OF_EVERY_JOB}, {"L3", "T1"}),
    ],
)
def test_they_agree(values, expected):
    file = changed(**values)
    assert of_vacancy(file) == of_texts(file) == expected
