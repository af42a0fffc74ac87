"""Letters to candidates, to copy, filled in from the vacancy.

No letter holds a candidate's name. Details missing from the vacancy are in square brackets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kls_portal.plain_values import rows_in

DATA = Path(__file__).resolve().parent.parent / "data" / "letters.toml"
UNKNOWN: Mapping[str, str] = {
    "title": "[job title]",
    "organisation": "[organisation]",
    "band": "[band]",
    "hours": "[number]",
    "place": "[place]",
    "interview": "[date]",
    "start": "[date]",
    "pay": "[pay]",
    "minutes": "[number of]",
    "advance": "",
    "questions": "[your questions]",
}
"""The details a vacancy may provide, with the placeholder for each that is missing."""


@dataclass(frozen=True)
class Letter:
    """A letter, either with placeholders for the vacancy's details or filled in."""

    id: str
    name: str
    subject: str
    text: str


@cache
def letters() -> tuple[Letter, ...]:
    """Return the letters in the order in which they are sent."""
    return rows_in(DATA, "letters", Letter)


def filled(letter: Letter, facts: Mapping[str, str]) -> Letter:
    """Return a letter filled in from the facts, with a bracketed placeholder for each ""."""
    said = {name: facts.get(name, "").strip() or unknown for name, unknown in UNKNOWN.items()}
    subject, text = (words.format_map(said).strip() for words in (letter.subject, letter.text))
    return replace(letter, subject=subject, text=text)
