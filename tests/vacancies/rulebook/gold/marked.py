"""Reads the marked texts; README.md in this folder says how they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

HALVES = ("development", "held_back", "outside_development", "outside_held_back")
YOUNGER = {
    "development": frozenset({"D24", "D25", "D26", "T1", "T2", "T3"}),
    "held_back": frozenset(
        {"D24", "D25", "D26", "T1", "T2", "T3", *(f"L{number}" for number in range(1, 9))}
    ),
}
"""Rules that were written after the texts of a half were marked: they count neither way there."""
FOLDER = Path(__file__).parent
OPENS, CLOSES, BAR = "[[", "]]", "|"


@dataclass(frozen=True)
class Expected:
    """The rules that see one fact, and its place; 0, 0 is the whole text."""

    rules: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True)
class GoldText:
    """A text without its marks, and what a checker must find in it.

    `about` is the head of the file ("band", "service" …); findings of the rules in `unsure` count
    neither for nor against the checker.
    """

    name: str
    kind: str
    text: str
    expected: tuple[Expected, ...]
    unsure: frozenset[str]
    about: dict[str, str]

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all should be found."""
        return not self.expected


def gold_texts(half: str) -> list[GoldText]:
    """Return every text of one of HALVES, by name. Raises ValueError for a badly marked one."""
    texts = [read(path.stem, path.read_text(encoding="utf-8")) for path in _files(half)]
    younger = YOUNGER.get(half, frozenset())
    return [replace(text, unsure=text.unsure | younger) for text in texts]


def _files(half: str) -> list[Path]:
    if half not in HALVES:
        raise ValueError(f"The set has no half called {half!r}.")
    return sorted((FOLDER / half).glob("*.txt"))


def read(name: str, content: str) -> GoldText:
    """Return the text that a file holds. Raises ValueError, without words of the text, if badly."""
    head, line, body = content.partition("\n---\n")
    about = {key.strip(): words.strip() for key, _, words in _pairs(head)}
    if not line or "kind" not in about:
        raise ValueError(f"{name}: a file begins with “kind:”, and a line of three hyphens.")
    whole = [
        Expected(frozenset(found.split("+")), 0, 0) for found in about.get("whole", "").split()
    ]
    text, marks = _without_marks(name, body)
    unsure = frozenset(about.get("unsure", "").split())
    return GoldText(name, about["kind"], text, (*whole, *marks), unsure, about)


def _pairs(head: str) -> Iterator[tuple[str, str, str]]:
    return (line.partition(":") for line in head.splitlines() if line.strip())


def _without_marks(name: str, body: str) -> tuple[str, list[Expected]]:
    """Take the marks out of `body`; they may lie inside one another."""
    kept: list[str] = []
    length = at = 0
    open_marks: list[tuple[frozenset[str], int]] = []
    marks: list[Expected] = []
    while at < len(body):
        if body.startswith(OPENS, at):
            bar = body.find(BAR, at)
            if bar < 0:
                raise ValueError(f"{name}: a mark at character {length} has no bar.")
            open_marks.append((frozenset(body[at + 2 : bar].split("+")), length))
            at = bar + 1
        elif body.startswith(CLOSES, at) and open_marks:
            rules, start = open_marks.pop()
            marks.append(Expected(rules, start, length))
            at += 2
        else:
            kept.append(body[at])
            length += 1
            at += 1
    if open_marks:
        raise ValueError(f"{name}: a mark at character {open_marks[-1][1]} is never closed.")
    return "".join(kept), sorted(marks, key=lambda mark: (mark.start, mark.end))
