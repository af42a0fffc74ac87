"""The place of a finding in a vacancy, and the fingerprint that identifies it."""

import hashlib
from dataclasses import dataclass

from vacancies.drafting.rules.field import SECTIONS as DRAFT_SECTIONS
from vacancies.rulebook.finding import Finding

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})


@dataclass(frozen=True)
class Place:
    """A place in a vacancy.

    section: a slug of SECTIONS; field: the name of a field of its form, or ""; row: the id of a
    duty or criterion, or None; name: its label, such as "Duty 3".
    """

    section: str
    name: str
    field: str = ""
    row: int | None = None


SECTIONS = {slug: one.name for slug, one in DRAFT_SECTIONS.items()} | {"versions": "Versions"}
"""The sections a finding may be in, in working order."""


@dataclass(frozen=True)
class PlacedFinding:
    """A finding with its place in the vacancy.

    The offsets of `finding` are characters into the text at that place. `sentence` is the sentence
    or row it concerns; if something is missing, it holds what is known instead, such as a number of
    days.
    """

    finding: Finding
    place: Place
    sentence: str

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.finding.rule, self.sentence)


def fingerprint(rule: str, sentence: str) -> str:
    """Return 32 hexadecimal digits for a rule and a sentence, ignoring spacing and case."""
    plain = " ".join(sentence.translate(_SAME).casefold().split())
    return hashlib.sha256(f"{rule}\n{plain}".encode(errors="replace")).hexdigest()[:32]
