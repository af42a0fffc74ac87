"""A decision as a graph: questions, whose answers lead to further steps, and results. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

LEADS_TO = "->"


@dataclass(frozen=True)
class Answer:
    """One answer to a question. code: its value in the address; to: the code of the next step."""

    code: str
    text: str
    to: str


@dataclass(frozen=True)
class Step:
    """A question with its answers, or a result without any.

    reason: its paragraphs of plain text, with bindings of facts; source_address: where the source
    can be read, or ""; action: the link of a result, as words and address, or two empty strings.
    """

    code: str
    text: str
    reason: str
    source: str = ""
    source_address: str = ""
    answers: tuple[Answer, ...] = ()
    action: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Taken:
    step: Step
    answer: Answer


@dataclass(frozen=True)
class Way:
    """How far a user has come: the questions answered, and the current step.

    is_unknown: whether the address gives a value for this step that is not one of its answers.
    """

    taken: tuple[Taken, ...]
    now: Step
    is_unknown: bool = False


def answers_of(lines: str) -> tuple[Answer, ...]:
    """Return the answers written as “Yes -> code of the next step”, each on a line of its own.

    Raises ValueError, with a sentence for the editor.
    """
    answers: dict[str, Answer] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        text, arrow, to = (part.strip() for part in line.rpartition(LEADS_TO))
        code = "-".join(re.findall(r"[a-z0-9]+", text.casefold()))
        if not (arrow and code and to):
            raise ValueError(f"Write “{line}” as “Yes {LEADS_TO} next-step”.")
        if code in answers:
            raise ValueError(f"The answer “{text}” is there twice.")
        answers[code] = Answer(code, text, to)
    return tuple(answers.values())


def way_through(steps: Sequence[Step], given: Mapping[str, str]) -> Way:
    """Return how far these answers, by the code of each question, lead from the first step.

    `steps` must have no fault, so that every path ends. Answers to questions off the path are
    ignored.
    """
    by_code = {step.code: step for step in steps}
    taken: list[Taken] = []
    now = steps[0]
    while now.answers and now.code in given:
        answer = next((one for one in now.answers if one.code == given[now.code]), None)
        if answer is None:
            return Way(tuple(taken), now, is_unknown=True)
        taken.append(Taken(now, answer))
        now = by_code[answer.to]
    return Way(tuple(taken), now)


def answers_given(steps: Sequence[Step], given: Mapping[str, str]) -> dict[str, str]:
    """Return which answer was given to each question, also to those off the path, by code."""
    return {
        step.code: given[step.code]
        for step in steps
        if given.get(step.code) in {answer.code for answer in step.answers}
    }


def faults_of(steps: Sequence[Step]) -> list[str]:
    """Return the faults of a decision as sentences, none for a usable one.

    Every answer must lead to an existing step, every step must be reachable from the first, no path
    may be circular, and a question needs at least two answers.
    """
    by_code = {step.code: step for step in steps}
    lost = [
        f"The answer “{answer.text}” of “{step.code}” leads to “{answer.to}”, which is not there."
        for step in steps
        for answer in step.answers
        if answer.to not in by_code
    ]
    if lost or not steps:
        return lost or ["Give it a question to begin with."]
    single = [f"“{step.code}” has one answer only." for step in steps if len(step.answers) == 1]
    reached = _reached(steps[0], by_code)
    if circle := _circle(reached, by_code):
        begins = next(step.code for step in steps if step.code in circle)
        return [*single, f"The steps come back to “{begins}”, so they never end."]
    unreached = [f"No answer leads to “{step.code}”." for step in steps if step.code not in reached]
    return [*single, *unreached]


def _reached(first: Step, by_code: Mapping[str, Step]) -> set[str]:
    reached, left = {first.code}, [first]
    while left:
        new = {answer.to for answer in left.pop().answers} - reached
        reached |= new
        left += (by_code[code] for code in new)
    return reached


def _circle(codes: set[str], by_code: Mapping[str, Step]) -> Collection[str]:
    leads = {code: {answer.to for answer in by_code[code].answers} for code in codes}
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return ()


@dataclass(frozen=True)
class StepEntry:
    """A step as shipped. answers: as editors write them."""

    code: str
    text: str
    reason: str
    source: str = ""
    source_address: str = ""
    answers: tuple[str, ...] = ()
    action_text: str = ""
    action_address: str = ""


@dataclass(frozen=True)
class DecisionEntry:
    code: str
    title: str
    summary: str
    steps: tuple[StepEntry, ...]
