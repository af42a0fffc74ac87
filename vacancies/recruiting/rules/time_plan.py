"""The interview minute by minute: welcome, presentation, questions, the candidate's own, close."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vacancies.recruiting.rules.thread import INTERVIEW, PRESENTATION, Limits, Thread


@dataclass(frozen=True)
class Step:
    """One part of the interview. start: minutes after its beginning; who: a role, or ""."""

    start: int
    minutes: int
    what: str
    who: str = ""


def time_plan(thread: Thread, limits: Limits) -> tuple[Step, ...]:
    """Return the interview in order. A question without a time gets `question_minutes`."""
    steps: list[Step] = []
    start = 0
    for minutes, what, who in _parts(thread, limits):
        steps.append(Step(start, minutes, what, who))
        start += minutes
    return tuple(steps)


def length(steps: Sequence[Step]) -> int:
    """Return how many minutes the whole takes."""
    return sum(step.minutes for step in steps)


def _parts(thread: Thread, limits: Limits) -> Iterator[tuple[int, str, str]]:
    yield limits.welcome_minutes, "Welcome, and how the interview will run", ""
    for number, question in enumerate(thread.by(PRESENTATION), start=1):
        minutes = question.minutes or limits.question_minutes
        yield minutes, f"Presentation {number}", question.asked_by
    for number, question in enumerate(thread.by(INTERVIEW), start=1):
        minutes = question.minutes or limits.question_minutes
        yield minutes, f"Question {number}", question.asked_by
    yield limits.candidate_minutes, "The candidate’s own questions", ""
    yield limits.closing_minutes, "What happens next, and thanks", ""
