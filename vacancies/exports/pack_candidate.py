"""What candidates get: the questions in advance, and the sheet of the assessment task."""

from datetime import date

from kls_portal.documents.paper import Bullets, Heading, PageBreak, Paper, Part, Text
from vacancies.exports.pack_parts import (
    listed,
    method_words,
    nothing,
    numbered,
    pack_paper,
)
from vacancies.selection.limits import Limits
from vacancies.selection.methods import INTERVIEW, PRESENTATION, TASK
from vacancies.selection.thread import Question, Thread, lines_of
from vacancies.selection.time_plan import length, time_plan

ADVANCE, TASK_SHEET = "Questions in advance", "Assessment task"
NEEDS = "Tell us what you need to take part at your best, such as more time or another format."
SCORED = "Everybody gets the same task and the same time. It is scored from 1 to 5 by a guide."
NOT_USED = "The service will not use your work."


def questions_in_advance(thread: Thread, limits: Limits, _: int, day: date) -> Paper:
    """The questions marked to be sent, and what else will be asked for, without any marks."""
    sent = tuple(question.text for question in thread.by(INTERVIEW) if question.in_advance)
    minutes = length(time_plan(thread, limits))
    questions = Bullets(sent, numbered=True) if sent else Text("The questions are not set yet.")
    parts: tuple[Part, ...] = (
        Text(f"The interview takes about {minutes} minutes. These questions will be asked."),
        Text("You may bring notes. We may ask you to say more about an answer."),
        Heading(2, "Questions"),
        questions,
        *_announced(thread),
        Heading(2, "Adjustments"),
        Text(NEEDS),
    )
    return pack_paper(thread, ADVANCE, day, parts, ())


def task_sheet(thread: Thread, _: Limits, __: int, day: date) -> Paper:
    """What the candidate does, how long it takes and what it shows; one task a page."""
    found = tuple(numbered(thread, TASK, PRESENTATION))
    if not found:
        return pack_paper(
            thread, TASK_SHEET, day, nothing("There is no task in this selection."), ()
        )
    parts: list[Part] = []
    for name, question in found:
        parts += [PageBreak()] if parts else []
        parts += _task(thread, name, question)
    return pack_paper(thread, TASK_SHEET, day, tuple(parts), ())


def _task(thread: Thread, name: str, question: Question) -> tuple[Part, ...]:
    return (
        Heading(2, name),
        Text(question.text),
        Text(_time(question)),
        Text(f"It shows: {_shown(thread, question)}"),
        Text(f"{SCORED} {NOT_USED}"),
        *listed("Adjustments we can offer", lines_of(question.adjustments)),
        Text(NEEDS),
    )


def _announced(thread: Thread) -> tuple[Part, ...]:
    lines = tuple(
        f"{method_words(question)}. {_time(question)} It shows: {_shown(thread, question)}"
        for _, question in numbered(thread, TASK, PRESENTATION)
    )
    return (Heading(2, "What else we ask for"), Bullets(lines), Text(SCORED)) if lines else ()


def _time(question: Question) -> str:
    return f"It takes {question.minutes} minutes." if question.minutes else "Time: not set yet."


def _shown(thread: Thread, question: Question) -> str:
    return question.shows or thread.criterion_of(question).text
