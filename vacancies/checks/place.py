"""Where in a vacancy a finding is, and how it is known again."""

import hashlib
from dataclasses import dataclass

from vacancies.drafting.rules.field import SECTIONS as DRAFT_SECTIONS
from vacancies.rulebook.finding import Finding

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


@dataclass(frozen=True)
class Place:
    """A place in a vacancy.

    `section` is a slug of SECTIONS; `field` the name of a field of its form, or ""; `row` the id
    of a duty or criterion, or None. `name` is what people call it, such as "Duty 3".
    """

    section: str
    name: str
    field: str = ""
    row: int | None = None


SECTIONS = {slug: one.name for slug, one in DRAFT_SECTIONS.items()} | {"versions": "Versions"}
"""The sections a finding may lie in, in working order."""


@dataclass(frozen=True)
class PlacedFinding:
    """A finding with its place in the vacancy.

    The offsets of `finding` are characters into the text at that place. `sentence` is the
    sentence it is about, or the row; where something is missing it is what is known of it
    instead, such as a number of days.
    """

    finding: Finding
    place: Place
    sentence: str

    @property
    def fingerprint(self) -> str:
        """Return by what it is known again: the same rule and the same sentence."""
        return fingerprint(self.finding.rule, self.sentence)


def fingerprint(rule: str, sentence: str) -> str:
    """Return 32 hexadecimal digits for a rule and a sentence, whatever its spaces and capitals."""
    plain = " ".join(sentence.translate(_SAME).casefold().split())
    return hashlib.sha256(f"{rule}\n{plain}".encode(errors="replace")).hexdigest()[:32]
