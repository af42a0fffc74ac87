"""Feedback lines for each criterion, with space for what was said."""

from datetime import date

from kls_portal.documents.paper import Grid, Heading, Lines, Paper, Part, Text
from vacancies.exports.pack_parts import nothing, pack_paper
from vacancies.selection.feedback import Feedback, feedback
from vacancies.selection.limits import Limits
from vacancies.selection.thread import Thread

KIND = "Feedback lines"
HOW = (
    "Phone everybody soon. Take the line that fits the score, and put in what you heard. "
    "Say one thing that was good and one thing to work on."
)


def feedback_lines(thread: Thread, _: Limits, __: int, day: date) -> Paper:
    """A line for a strong, a fair and a weak answer to each criterion that is assessed."""
    found = feedback(thread)
    parts: tuple[Part, ...] = (
        Text(HOW),
        Lines("Candidate number", 1),
        *(part for one in found for part in _criterion(one)),
    )
    if not found:
        parts = nothing("No criterion has a method of assessment yet.")
    return pack_paper(thread, KIND, day, parts)


def _criterion(one: Feedback) -> tuple[Part, ...]:
    name = f"Criterion {one.number}"
    rows = tuple((str(score), line) for score, line in one.lines)
    return (
        Heading(2, name),
        Text(one.criterion.text),
        Grid(f"Feedback for {name.lower()}", ("Score", "What you could say"), rows, widths=(18, 0)),
        Lines("What you heard or saw", 2),
    )
