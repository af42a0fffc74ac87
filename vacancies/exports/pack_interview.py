"""The interview pack of the panel: how to run it, the time plan, the questions with their marks."""

from datetime import date

from kls_portal.documents.paper import Bullets, Grid, Heading, Paper, Part, Text
from vacancies.exports.pack_parts import marks, numbered, pack_paper, tested
from vacancies.selection.limits import Limits
from vacancies.selection.methods import INTERVIEW, PRESENTATION
from vacancies.selection.thread import Question, Thread, lines_of
from vacancies.selection.time_plan import Step, length, time_plan

KIND = "Interview pack"
ANY_OF_THE_PANEL = "Panel"
RULES = (
    "Ask everybody the same questions in the same order.",
    "Use the follow-ups where an answer leaves something open.",
    "Note what you hear, then score alone, straight after each candidate.",
    "Compare only when you have seen everybody. Start with the evidence.",
    "If somebody says that a candidate would not fit in, ask which criterion they mean.",
)
ADJUSTMENTS = (
    "Ask everybody what they need when you invite them, not on the day.",
    "Give the time that was agreed, and do not score speed, accent or the connection.",
    "Say each question again, or show it in writing, for whoever asks.",
)


def interview_pack(thread: Thread, limits: Limits, _: int, day: date) -> Paper:
    """Everything that the panel needs at the interview, but the score sheets."""
    steps = time_plan(thread, limits)
    asked = tuple(numbered(thread, PRESENTATION, INTERVIEW))
    parts: tuple[Part, ...] = (
        Heading(2, "How to run it"),
        Bullets(RULES),
        Heading(2, "Adjustments"),
        Bullets(ADJUSTMENTS),
        Heading(2, "Time plan"),
        Text(f"The interview takes {length(steps)} minutes."),
        Grid(
            "Time plan",
            ("Starts after", "Takes", "What", "Who"),
            _rows(steps),
            widths=(28, 22, 0, 45),
        ),
        Heading(2, "Questions"),
        *(part for name, question in asked for part in _question(thread, name, question)),
    )
    if not asked:
        parts += (Text("There is no interview question yet."),)
    return pack_paper(thread, KIND, day, parts)


def _rows(steps: tuple[Step, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"{s.start} min", f"{s.minutes} min", s.what, s.who or ANY_OF_THE_PANEL) for s in steps
    )


def _question(thread: Thread, name: str, question: Question) -> tuple[Part, ...]:
    asks = f"Asked by: {question.asked_by}" if question.asked_by else "Who asks: not agreed yet"
    parts: list[Part] = [
        Heading(3, name),
        Text(question.text),
        Text(f"{tested(thread, question)}\n{asks}"),
    ]
    if question.follow_ups:
        parts += [Text("Follow-ups:"), Bullets(question.follow_ups)]
    if adjustments := lines_of(question.adjustments):
        parts += [Text("Adjustments to offer:"), Bullets(adjustments)]
    return (*parts, marks(name, question))
