"""Loads the bank of questions, tasks and marks, never over an editor's correction."""

from collections.abc import Iterator

from vacancies.models import BankQuestion, BankTask, ScoreMarks
from vacancies.selection import bank
from vacancies.selection.thread import Anchors
from vacancies.services.loaded_rows import KEPT, load_row, retired_codes


def load_questions() -> Iterator[str]:
    """Load the interview questions; one taken out of use stays out."""
    retired = retired_codes(BankQuestion)
    for question in bank.questions():
        fields = {
            "category": question.category,
            "text": question.text,
            "follow_ups": "\n".join(question.follow_ups),
            "source": question.source,
            "confirmed": question.confirmed,
        }
        yield KEPT if question.id in retired else load_row(BankQuestion, question.id, fields)


def load_bank_tasks() -> Iterator[str]:
    """Load the tasks; one taken out of use stays out."""
    retired = retired_codes(BankTask)
    for task in bank.tasks():
        fields = {
            "name": task.name,
            "method": task.method,
            "text": task.text,
            "shows": ", ".join(task.shows),
            "minutes": task.minutes,
            "prepare": "\n".join(task.prepare),
            "adjustments": "\n".join(task.adjustments),
            "scoring": ", ".join(task.scoring),
            "bands": ",".join(task.bands),
            "where": task.where,
            "avoid_when": task.avoid_when,
            "source": task.source,
            "confirmed": task.confirmed,
            **_marks(task.anchors),
        }
        yield KEPT if task.id in retired else load_row(BankTask, task.id, fields)


def load_marks() -> Iterator[str]:
    """Load the marks by type of criterion."""
    for code, anchors in bank.anchors().items():
        yield load_row(ScoreMarks, code, {"source": bank.HOUSE, **_marks(anchors)})


def _marks(anchors: Anchors) -> dict[str, str]:
    return {"one": anchors.one, "three": anchors.three, "five": anchors.five}
