"""A decision as a graph: questions, whose answers lead to further steps, and results. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

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

    reason: its paragraphs of plain text, with bindings of facts; action: the link of a result, as
    words and address, or two empty strings.
    """

    code: str
    text: str
    reason: str
    source: str = ""
    answers: tuple[Answer, ...] = ()
    action: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Taken:
    """A question and the answer given to it."""

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
    """Return the codes of one cycle, none if there is no cycle."""
    leads = {code: {answer.to for answer in by_code[code].answers} for code in codes}
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return ()


DECISION = {
    "code": Key(str, 40),
    "title": Key(str, 120),
    "summary": Key(str, 300),
}
STEP = {
    "code": Key(str, 40),
    "text": Key(str, 200),
    "reason": Key(str, 2000),
    "source": Key(str, 300, default=""),
    "answers": Key(list, default=[]),
    "action": Key(list, default=[]),
}


@dataclass(frozen=True)
class DecisionEntry:
    """A decision as shipped: its own values, and those of each step by field name."""

    code: str
    values: dict[str, str]
    steps: tuple[dict[str, Any], ...]


def read_decisions(file: Path) -> tuple[DecisionEntry, ...]:
    """Return the decisions in a file, none if there is no such file.

    Raises WrongContentError, also for a decision with faults.
    """
    if not file.exists():
        return ()
    return tuple(
        _decision_entry(file, start, facts) for start, facts in read_tables(file, "decisions")
    )


def _decision_entry(file: Path, start: int, facts: dict[str, Any]) -> DecisionEntry:
    rows = facts.pop("steps", [])
    values = check_keys(file, facts, DECISION, start)
    steps = tuple(
        _step(check_keys(file, row, STEP, start), place) for place, row in enumerate(rows)
    )
    try:
        graph = [
            Step(row["code"], row["text"], row["reason"], answers=answers_of(row["answers"]))
            for row in steps
        ]
    except ValueError as error:
        raise WrongContentError(file, start, str(error)) from error
    if faults := faults_of(graph):
        raise WrongContentError(file, start, faults[0])
    return DecisionEntry(values.pop("code"), values, steps)


def _step(row: dict[str, Any], place: int) -> dict[str, Any]:
    words, address = row.pop("action") or ("", "")
    row["answers"] = "\n".join(row["answers"])
    return row | {"place": place, "action_text": words, "action_address": address}
