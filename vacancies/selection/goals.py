"""From a criterion to a goal of the induction plan.

What the appointed person still needs becomes what they learn first. The words are a suggestion:
the manager and the starter agree on the goal.
"""

from dataclasses import dataclass

from vacancies.drafting.draft import Criterion

_BEGINNINGS = {
    "qualifications": "Agree a way towards",
    "experience": "Gain experience of",
    "knowledge": "Learn enough for",
    "skills": "Build the skill",
    "values": "Talk in 1:1s about",
}
_OTHER = "Work towards"


@dataclass(frozen=True)
class Goal:
    """A goal, and the criterion it comes from (its id)."""

    criterion: int
    text: str


def goal(criterion: Criterion) -> Goal:
    """Return the suggested goal, such as “Build the skill: plans a search.”."""
    words = " ".join(criterion.text.split()).rstrip(".")
    return Goal(criterion.id, f"{_BEGINNINGS.get(criterion.category, _OTHER)}: {words}.")
