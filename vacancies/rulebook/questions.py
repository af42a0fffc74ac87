"""The rules that only people can judge: each has a question and, for “no”, its message."""

from vacancies.rulebook.rulebook import Rule, rules

STAGES = ("job description", "advert", "selection")
"""The stages at which questions are asked, in the order of recruitment."""


def questions() -> tuple[Rule, ...]:
    """Return every rule that asks people, in the order of the data."""
    return tuple(about for about in rules().values() if about.judged_by == "person")


def questions_for(stage: str) -> tuple[Rule, ...]:
    """Return those that ask at a stage, one of STAGES. Raises ValueError for any other."""
    if stage not in STAGES:
        raise ValueError(f"There is no stage “{stage[:20]}”. Stages are {', '.join(STAGES)}.")
    return tuple(about for about in questions() if about.stage == stage)
