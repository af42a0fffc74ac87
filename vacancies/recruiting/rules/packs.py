"""The packs of a selection, the panel's feedback sheet, and first goals."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

from kls_portal.in_words import counted
from kls_portal.plain_values import rows_in
from vacancies.drafting.rules.draft import APPLICATION, INTERVIEW, PRESENTATION, TASK, Criterion
from vacancies.recruiting.rules.bank import limits
from vacancies.recruiting.rules.selection_plan import SelectionPlan, weight_sentence

DATA = Path(__file__).resolve().parent.parent / "data" / "packs.toml"


@dataclass(frozen=True)
class Step:
    """One part of the interview. start: minutes after its beginning; who: a role or ""."""

    start: int
    minutes: int
    what: str
    who: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the step in words, under the heads of STEP."""
        return self.what, f"{self.start} min", f"{self.minutes} min", self.who or "Panel"


STEP = ("What", "Starts after", "Takes", "Who")
"""The heads of a time plan."""


def time_plan(selection: SelectionPlan) -> tuple[Step, ...]:
    """Return the interview in order; a question without a time gets `question_minutes`."""
    spans = limits()
    parts = [
        (spans.welcome_minutes, "Welcome, and how the interview will run", ""),
        *(
            (question.minutes or spans.question_minutes, name, question.asked_by)
            for name, question in selection.named(PRESENTATION, INTERVIEW)
        ),
        (spans.candidate_minutes, "The candidate’s own questions", ""),
        (spans.closing_minutes, "What happens next, and thanks", ""),
    ]
    starts = accumulate((minutes for minutes, _, _ in parts), initial=0)
    return tuple(Step(start, *part) for start, part in zip(starts, parts, strict=False))


def length(steps: Sequence[Step]) -> int:
    """Return the total length in minutes."""
    return sum(step.minutes for step in steps)


def told_length(steps: Sequence[Step]) -> int:
    """Return the length to tell candidates, in minutes, rounded up to the next 5."""
    return -(-length(steps) // 5) * 5


_GOALS = (
    (re.compile(r"(?:\w{1,20} )?experience ((?:of|in|with) .+)", re.I), "Gain more experience {}."),
    (
        re.compile(r"(?:\w{1,20} )?(?:knowledge|understanding) of (.+)", re.I),
        "Learn more about {}.",
    ),
    (re.compile(r"(?:the )?(?:ability|able) to (.+)", re.I), "Practise how to {}."),
    (re.compile(r"(.+)"), "Agree how to work towards “{}”."),
)


def goal(criterion: Criterion) -> str:
    """Return the suggested goal, such as “Gain more experience of teaching.”."""
    words = " ".join(criterion.text.split()).rstrip(".")
    matches = ((pattern.fullmatch(words), sentence) for pattern, sentence in _GOALS)
    return next((sentence.format(match[1]) for match, sentence in matches if match), "")


@dataclass(frozen=True)
class Feedback:
    """A criterion with a line for each of the scores 5, 3 and 1."""

    number: int
    criterion: Criterion
    lines: tuple[tuple[int, str], ...]


def feedback(selection: SelectionPlan) -> tuple[Feedback, ...]:
    """Return the lines for each criterion that has a method, essential ones first."""
    return tuple(
        Feedback(number, criterion, _feedback_lines(selection, criterion))
        for number, criterion in selection.numbered
        if criterion.assessed_by
    )


def _feedback_lines(selection: SelectionPlan, criterion: Criterion) -> tuple[tuple[int, str], ...]:
    guides = (question.anchors for question in selection.testing(criterion))
    anchors = next((one for one in guides if one.complete), None)
    if anchors is None:
        return (
            (5, "This was clear, with a good example."),
            (3, "You showed part of this. Another example, and what came of it, would help."),
            (1, "We did not see enough of this. Next time, say what you did yourself."),
        )
    five, three = (
        f"Our guide says of a {kind} answer: “{words.strip().rstrip('.')}”."
        for kind, words in (("strong", anchors.five), ("fair", anchors.three))
    )
    return (
        (5, f"This was strong. {five}"),
        (3, f"You showed part of this. {three} {five}"),
        (1, f"We did not see enough of this. {five}"),
    )


GRID, INTERVIEW_PACK, SCORES = "shortlisting-grid", "interview-pack", "score-sheet"
DAY = "interview-day"
TASKS, IN_ADVANCE, FEEDBACK = "task-sheet", "questions-in-advance", "feedback-lines"


@dataclass(frozen=True)
class Pack:
    """A pack: its slug, name, purpose, and what is missing, in sentences."""

    slug: str
    name: str
    use: str
    missing: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        return "incomplete" if self.missing else "complete"


def packs(selection: SelectionPlan) -> tuple[Pack, ...]:
    """Return every pack, in the order in which a selection needs it."""
    return tuple(replace(pack, missing=tuple(_LACKS[pack.slug](selection))) for pack in _packs())


@cache
def _packs() -> tuple[Pack, ...]:
    return rows_in(DATA, "packs", Pack)


def _grid(selection: SelectionPlan) -> Iterator[str]:
    if not any(APPLICATION in criterion.assessed_by for criterion in selection.criteria):
        yield "No criterion is assessed by application form."


def _interview(selection: SelectionPlan) -> Iterator[str]:
    questions = selection.by(INTERVIEW)
    if not questions:
        yield "There is no interview question yet."
    if without := sum(1 for question in questions if not question.asked_by):
        yield f"Say who asks {_of(without, len(questions), 'question')}."
    if (minutes := length(time_plan(selection))) > limits().interview_minutes:
        yield f"The interview takes {minutes} minutes. Plan for {limits().interview_minutes}."
    yield from _left_out(selection)


def _scores(selection: SelectionPlan) -> Iterator[str]:
    if not selection.asked:
        yield "There is no question or task to score yet."
    if sentence := weight_sentence(selection.asked):
        yield sentence
    yield from _without_anchors(selection)
    yield from _left_out(selection)


def _tasks(selection: SelectionPlan) -> Iterator[str]:
    questions = selection.by(TASK, PRESENTATION)
    if not questions:
        yield "There is no task or presentation yet. You may not need one."
    if without := sum(1 for question in questions if not question.minutes):
        yield f"Say how long it takes for {_of(without, len(questions), 'task')}."


def _in_advance(selection: SelectionPlan) -> Iterator[str]:
    if not any(question.in_advance for question in selection.by(INTERVIEW)):
        yield "No interview question is marked to send beforehand."


def _feedback(selection: SelectionPlan) -> Iterator[str]:
    if not any(criterion.assessed_by for criterion in selection.criteria):
        yield "No criterion has a method of assessment yet."
    yield from _without_anchors(selection)


def _without_anchors(selection: SelectionPlan) -> Iterator[str]:
    without = sum(1 for question in selection.asked if not question.anchors.complete)
    if without:
        named = _of(without, len(selection.asked), "question or task", "questions or tasks")
        yield f"Say what 1, 3 and 5 look like for {named}."


def _left_out(selection: SelectionPlan) -> Iterator[str]:
    if number := len(selection.orphans):
        named = counted(number, "question or task is", "questions or tasks are")
        yield f"{named} left out, because the criterion was removed."


def _of(number: int, whole: int, one: str, many: str = "") -> str:
    return f"the {one}" if whole == 1 else f"{number} of {whole} {many or one + 's'}"


_LACKS: Mapping[str, Callable[[SelectionPlan], Iterator[str]]] = {
    GRID: _grid,
    IN_ADVANCE: _in_advance,
    TASKS: _tasks,
    INTERVIEW_PACK: _interview,
    SCORES: _scores,
    DAY: _interview,
    FEEDBACK: _feedback,
}
"""What each pack lacks, in sentences."""
