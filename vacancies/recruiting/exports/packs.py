"""The packs of a selection as documents."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from kls_portal.documents.document import (
    Bullets,
    Document,
    Grid,
    Heading,
    Lines,
    PageBreak,
    Part,
    Text,
    together,
)
from vacancies.drafting.rules.draft import INTERVIEW, METHODS, PRESENTATION, TASK
from vacancies.posts.rules import lines_of
from vacancies.recruiting.exports import pack_parts
from vacancies.recruiting.rules import packs
from vacancies.recruiting.rules.letters import Letter
from vacancies.recruiting.rules.packs import Feedback, feedback, length, time_plan, told_length
from vacancies.recruiting.rules.selection_plan import Question, SelectionPlan

NEEDS = "Tell us what you need to do your best, such as more time or another format."
WHEN = {TASK: "in addition to the interview.", PRESENTATION: "in the interview. {}"}
"""What candidates hear beforehand: of a presentation, also its words, because they prepare it."""
SCORED = "Everyone gets the same task and time. The panel scores it from 1 to 5 with a guide."


def questions_in_advance(selection: SelectionPlan, _: int) -> tuple[Part, ...]:
    """Return the questions sent in advance, and what else to expect, without scores."""
    sent = tuple(question.text for question in selection.by(INTERVIEW) if question.in_advance)
    minutes = told_length(time_plan(selection))
    questions = Bullets(sent, numbered=True) if sent else Text("The questions are not set yet.")
    return (
        Text(f"The interview takes about {minutes} minutes. We will ask these questions."),
        Text("You may bring notes. We may ask you to say more about an answer."),
        Heading(2, "Questions"),
        questions,
        *_announced(selection),
        Heading(2, "Adjustments"),
        Text(NEEDS),
    )


def task_sheet(selection: SelectionPlan, _: int) -> tuple[Part, ...]:
    """Return the tasks with what to do, the time and what each shows, one per page."""
    parts: list[Part] = []
    for name, question in selection.named(TASK, PRESENTATION):
        parts += [PageBreak()] if parts else []
        parts += _task_paper(selection, name, question)
    return tuple(parts) or (Text("There is no task in this selection."),)


def _task_paper(selection: SelectionPlan, name: str, question: Question) -> tuple[Part, ...]:
    return (
        Heading(2, name),
        Text(question.text),
        Text(_time(question)),
        Text(f"It shows: {_to_show(selection, question)}"),
        Text(f"{SCORED} The service will not use your work."),
        *pack_parts.listed("Adjustments we can offer", lines_of(question.adjustments)),
        Text(NEEDS),
    )


def _announced(selection: SelectionPlan) -> tuple[Part, ...]:
    lines = tuple(
        f"{METHODS[one.method]}, {WHEN[one.method].format(one.text)} {_time(one)} "
        f"It shows: {_to_show(selection, one)}"
        for _, one in selection.named(TASK, PRESENTATION)
    )
    return (Heading(2, "What else we ask for"), Bullets(lines), Text(SCORED)) if lines else ()


def _time(question: Question) -> str:
    return f"Time: {question.minutes} minutes." if question.minutes else "Time: not set yet."


def _to_show(selection: SelectionPlan, question: Question) -> str:
    tested = (one.text.rstrip(". ") for one in selection.criteria_of(question))
    return question.shows or f"{'; '.join(tested)}."


HOW = (
    "Phone everyone soon. Choose the line that fits the score, and add what you heard. "
    "Say one thing that was good and one thing to work on."
)


def feedback_lines(selection: SelectionPlan, _: int) -> tuple[Part, ...]:
    """Return lines for a strong, fair and weak answer to each criterion that is assessed."""
    criteria = feedback(selection)
    if not criteria:
        return (Text("No criterion has a method of assessment yet."),)
    return (
        Text(HOW),
        Lines("Candidate number", 1),
        *(part for one in criteria for part in _criterion(one)),
    )


def _criterion(one: Feedback) -> tuple[Part, ...]:
    name = f"Criterion {one.number}"
    rows = tuple((str(score), line) for score, line in one.lines)
    return together(
        Heading(2, name),
        Text(one.criterion.text),
        Grid(f"Feedback for {name.lower()}", ("Score", "What you could say"), rows, widths=(18, 0)),
        Lines("What you heard or saw", 2),
    )


RULES = (
    "Ask everyone the same questions in the same order.",
    "Ask a follow-up question only where an answer leaves something open.",
    "Note what you hear, then score alone, straight after each candidate.",
    "Compare only when you have seen everyone. Start with the evidence.",
    "If someone says that a candidate would not fit in, ask which criterion they mean.",
)
ADJUSTMENTS = (
    "Ask everyone what they need when you invite them, not on the day.",
    "Give the time that was agreed, and do not score speed, accent or the connection.",
    "Repeat a question, or show it in writing, if someone asks.",
)


def interview_pack(selection: SelectionPlan, _: int) -> tuple[Part, ...]:
    """Return everything the panel needs at the interview except the score sheets."""
    steps = time_plan(selection)
    apart = ", without the task" if selection.by(TASK) else ""
    asked = tuple(selection.named(PRESENTATION, INTERVIEW))
    parts: tuple[Part, ...] = (
        Heading(2, "How to run it"),
        Bullets(RULES),
        Heading(2, "Adjustments"),
        Bullets(ADJUSTMENTS),
        Heading(2, "Time plan"),
        Text(f"The interview takes {length(steps)} minutes{apart}."),
        Grid("Time plan", packs.STEP, tuple(one.cells for one in steps), widths=(0, 28, 22, 45)),
        Heading(2, "Questions"),
        *(part for name, question in asked for part in _question(selection, name, question)),
    )
    if not asked:
        parts += (Text("There is no interview question yet."),)
    return parts


def _question(selection: SelectionPlan, name: str, question: Question) -> tuple[Part, ...]:
    asks = f"Asked by: {question.asked_by}" if question.asked_by else "Who asks: not agreed yet"
    parts: list[Part] = [
        Heading(3, name),
        Text(question.text),
        Text(f"{pack_parts.tested(selection, question)}\n{asks}"),
    ]
    if question.follow_ups:
        parts += [Text("Follow-ups:"), Bullets(question.follow_ups)]
    if adjustments := lines_of(question.adjustments):
        parts += [Text("Adjustments to offer:"), Bullets(adjustments)]
    return together(*parts, pack_parts.marks(name, question))


COPIES = "Print the score sheet once for each panel member and candidate."


def interview_day(selection: SelectionPlan, number: int) -> tuple[Part, ...]:
    """Return all papers for the interview room in one file, each starting on a new page."""
    parts = interview_pack(selection, number)
    if selection.by(TASK, PRESENTATION):
        parts += (PageBreak(), *task_sheet(selection, number))
    if selection.asked:
        scores = pack_parts.score_sheet(selection, number)
        parts += (PageBreak(), Heading(2, "Score sheet"), Text(COPIES), *scores)
    return parts


LETTERS_KIND = "Letters to candidates"


def letters_document(title: str, organisation: str, letters: Iterable[Letter]) -> Document:
    """Return the letters as one document to copy from, each on its own page."""
    parts: list[Part] = []
    for letter in letters:
        parts += [PageBreak()] if parts else []
        parts += [Heading(2, letter.name), Text(f"Subject: {letter.subject}"), Text(letter.text)]
    return Document(
        title=f"{LETTERS_KIND}: {title}",
        organisation=organisation,
        kind=LETTERS_KIND,
        footer=LETTERS_KIND,
        parts=tuple(parts),
    )


def _pack(
    kind: str, parts: Callable[[SelectionPlan, int], tuple[Part, ...]], **look: Any
) -> Callable[[SelectionPlan, int, date], Document]:
    """Return what makes a pack for a number of candidates. look: as for `pack_document`."""
    return lambda selection, number, day: pack_parts.pack_document(
        selection, kind, day, parts(selection, number), **look
    )


DOCUMENTS = {
    packs.GRID: _pack("Shortlisting grid", pack_parts.shortlisting_grid, landscape=True),
    packs.IN_ADVANCE: _pack("Questions in advance", questions_in_advance, notices=()),
    packs.TASKS: _pack("Assessment task", task_sheet, notices=()),
    packs.INTERVIEW_PACK: _pack("Interview pack", interview_pack),
    packs.SCORES: _pack("Score sheet", pack_parts.score_sheet),
    packs.DAY: _pack("Papers for the interview day", interview_day),
    packs.FEEDBACK: _pack("Feedback lines", feedback_lines),
}
