"""A selection without gaps, to change one thing of."""

from dataclasses import replace
from datetime import date

from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.recruiting.rules.selection_plan import Anchors, Question, SelectionPlan

ANCHORS = Anchors("No example.", "An example.", "An example, and what came of it.")
DEGREE = Criterion(
    1, "qualifications", True, "Degree or equivalent experience", ("application",), (11,)
)
SEARCH = Criterion(2, "skills", True, "Plans a search", ("task",), (11,))
RESPECT = Criterion(3, "values", True, "Treats people with respect", ("interview",), (12,))
SYSTEM = Criterion(4, "experience", False, "Has used a library system", ("interview",), (12,))
SELECTION = SelectionPlan(
    title="Librarian",
    organisation="Northfield NHS Trust",
    band="5",
    interview_on=date(2027, 2, 8),
    duties=(Duty(11, "Answers clinical questions"), Duty(12, "Orders books")),
    # The desirable one stands between: it is numbered last all the same.
    criteria=(DEGREE, SYSTEM, SEARCH, RESPECT),
    questions=(
        Question(
            21,
            "interview",
            "Tell us about a time it was not easy.",
            3,
            follow_ups=("What made it hard?",),
            anchors=ANCHORS,
            weight=40,
            minutes=10,
            asked_by="Chair",
            adjustments="Show it in writing",
        ),
        Question(22, "interview", "Which system?", 4, anchors=ANCHORS, weight=20, asked_by="User"),
        Question(
            23,
            "task",
            "Plan a search.",
            2,
            anchors=ANCHORS,
            weight=40,
            minutes=30,
            shows="Searching skill",
            adjustments="Extra time\nA form on screen",
        ),
    ),
)


def with_criterion(selection: SelectionPlan, number: int, **changed: object) -> SelectionPlan:
    """The selection with a criterion, by its id, changed."""
    found = (replace(one, **changed) if one.id == number else one for one in selection.criteria)
    return replace(selection, criteria=tuple(found))


def with_question(selection: SelectionPlan, number: int, **changed: object) -> SelectionPlan:
    """The selection with a question, by its id, changed."""
    found = (replace(one, **changed) if one.id == number else one for one in selection.questions)
    return replace(selection, questions=tuple(found))


def without_question(selection: SelectionPlan, number: int) -> SelectionPlan:
    """The selection without a question."""
    return replace(
        selection, questions=tuple(one for one in selection.questions if one.id != number)
    )
