"""Feedback lines for each criterion: what to say after a strong, a fair and a weak answer.

The sentences are our own. A panel changes them to what was said; they hold no candidate data.
"""

from dataclasses import dataclass

from vacancies.drafting.draft import Criterion
from vacancies.selection.thread import Anchors, Thread


@dataclass(frozen=True)
class Feedback:
    """A criterion with a line for each of the scores 5, 3 and 1."""

    number: int
    criterion: Criterion
    lines: tuple[tuple[int, str], ...]


def feedback(thread: Thread) -> tuple[Feedback, ...]:
    """Return the lines for each criterion that has a method, the essential ones first."""
    return tuple(
        Feedback(number, criterion, _lines(_anchors(thread, criterion)))
        for number, criterion in thread.numbered
        if criterion.assessed_by
    )


def _anchors(thread: Thread, criterion: Criterion) -> Anchors:
    found = (question.anchors for question in thread.testing(criterion))
    return next((anchors for anchors in found if anchors.complete), Anchors())


def _lines(anchors: Anchors) -> tuple[tuple[int, str], ...]:
    if not anchors.complete:
        return (
            (5, "This was clear, with a good example."),
            (3, "You showed part of this. Another example, and what came of it, would help."),
            (1, "We did not see enough of this. Next time, say what you did yourself."),
        )
    return (
        (5, f"This was strong. We saw: {_inside(anchors.five)}"),
        (3, f"You showed part of this: {_inside(anchors.three)} To go further: {anchors.five}"),
        (1, f"We did not see enough of this. A fuller answer has: {_inside(anchors.five)}"),
    )


def _inside(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    first, rest = sentence[:1], sentence[1:]
    return (first.lower() if rest[:1].islower() else first) + rest
