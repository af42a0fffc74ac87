"""The score sheet: one for each panel member and candidate, with totals that reconcile."""

from collections.abc import Iterator
from datetime import date

from kls_portal.documents.paper import Grid, Heading, Lines, Paper, Part, Text
from vacancies.exports.pack_parts import marks, nothing, numbered, pack_paper, tested
from vacancies.selection.limits import Limits
from vacancies.selection.methods import ASKED
from vacancies.selection.thread import Question, Thread
from vacancies.selection.weights import SCORES, WHOLE, most_points, total, weight_sentence

KIND = "Score sheet"
ALONE = "Fill it in alone, straight after the candidate. Compare when you have seen everybody."
COLUMNS = ("What", "Weight", "Score, 1 to 5", "Weight × score", "At most")
NOT_GIVEN = "Not given"


def score_sheet(thread: Thread, _: Limits, __: int, day: date) -> Paper:
    """The sheet with marks, space for evidence, and the sum at its end."""
    asked = tuple(numbered(thread, *ASKED))
    if not asked:
        words = "There is no question or task to score yet."
        return pack_paper(thread, KIND, day, nothing(words))
    parts: tuple[Part, ...] = (
        Text(ALONE),
        Lines("Panel member, as a role such as Chair", 1),
        Lines("Candidate number", 1),
        Heading(2, "Scores"),
        *(part for name, question in asked for part in _scored(thread, name, question)),
        Heading(2, "Sum"),
        Grid("Weights, scores and their sum", COLUMNS, tuple(_rows(thread, asked)), row_height=7),
        Text(_check(thread)),
        Lines("Reasons, from the evidence above", 3),
    )
    return pack_paper(thread, KIND, day, parts)


def _scored(thread: Thread, name: str, question: Question) -> tuple[Part, ...]:
    return (
        Heading(3, name),
        Text(question.text),
        Text(tested(thread, question)),
        marks(name, question),
        Lines("What you heard or saw", 3),
    )


def _rows(thread: Thread, asked: tuple[tuple[str, Question], ...]) -> Iterator[tuple[str, ...]]:
    for name, question in asked:
        weight = question.weight
        most = NOT_GIVEN if weight is None else str(weight * SCORES[-1])
        yield name, NOT_GIVEN if weight is None else str(weight), "", "", most
    questions = thread.asked
    yield "Total", str(total(questions)), "", "", str(most_points(questions))


def _check(thread: Thread) -> str:
    """How the sum reconciles: the least and the most that it can be."""
    whole = total(thread.asked)
    said = (
        f"A score of 1 throughout makes {whole}, a score of 5 throughout makes "
        f"{most_points(thread.asked)}: the weights, {whole}, times 5."
    )
    wrong = weight_sentence(thread.asked)
    return (
        f"{said} {wrong} Agree the weights, to make {WHOLE}, before you score." if wrong else said
    )
