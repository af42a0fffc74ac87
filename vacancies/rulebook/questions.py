"""The rules that only people can judge, as questions."""

from dataclasses import dataclass

from kls_portal.plain_values import from_row
from vacancies.rulebook.rulebook import rules

STAGES = ("job description", "advert", "selection")
"""The stages at which questions are asked, in the order of recruitment."""


@dataclass(frozen=True)
class Question:
    """One question for a checklist. `rule` is an id of jd_rules.toml and is never reused.

    `advice`: what to do if the answer is no. `severity`, `why`, `source`, its `address` and
    `confirmed` are those of the rule.
    """

    rule: str
    stage: str
    text: str
    advice: str
    severity: str
    why: str
    source: str
    address: str
    confirmed: bool


def questions() -> tuple[Question, ...]:
    """Return every question, in the order of the data."""
    return tuple(
        from_row(Question, about, rule=about.id, text=about.question, advice=about.message)
        for about in rules().values()
        if about.judged_by == "person"
    )


def questions_for(stage: str) -> tuple[Question, ...]:
    """Return the questions of a stage, one of STAGES. Raises ValueError for any other."""
    if stage not in STAGES:
        raise ValueError(f"There is no stage “{stage[:20]}”. Stages are {', '.join(STAGES)}.")
    return tuple(question for question in questions() if question.stage == stage)
