"""Letters to candidates, to copy: what of them comes from the vacancy, and what is left to fill in.

No letter holds a candidate's name. What the vacancy does not say yet stands in square brackets.
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
"""What a vacancy may say, and what stands in its place while it does not."""


@dataclass(frozen=True)
class Letter:
    """A letter with places for what comes from the vacancy, or with all of them filled."""

    id: str
    name: str
    subject: str
    text: str


@cache
def letters() -> tuple[Letter, ...]:
    """Return the letters in the order they are sent."""
    return rows_in(DATA, "letters", Letter)


def filled(letter: Letter, facts: Mapping[str, str]) -> Letter:
    """Return a letter with what a vacancy says; what is "" there stands in square brackets."""
    said = {name: facts.get(name, "").strip() or unknown for name, unknown in UNKNOWN.items()}
    subject, text = (words.format_map(said).strip() for words in (letter.subject, letter.text))
    return replace(letter, subject=subject, text=text)
