"""Reads and checks the shipped decisions."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidance.decisions.rules import Step, answers_of, faults_of
from kls_portal.reference.toml_tables import Key, WrongContentError, check_keys, read_tables

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
