"""Reads the marked texts.

A file begins with "kind:" and "whole:" (rules that speak of the whole text) and a line of three
hyphens. In the text [[A1+A2|degree]] marks a place and the rules that must hit it, shown as one.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[\[([A-Z0-9+]{2,20})\|([^\[\]]{1,400})\]\]")


@dataclass(frozen=True)
class Expected:
    """The rules one finding must show or fold in, and its place; 0, 0 is the whole text."""

    rules: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True)
class GoldText:
    """A text without its marks, and what a checker must find in it."""

    name: str
    kind: str
    text: str
    expected: tuple[Expected, ...]


def gold_texts() -> list[GoldText]:
    """Return every text of the set, by name."""
    return [_read(path) for path in sorted(Path(__file__).parent.glob("*.txt"))]


def _read(path: Path) -> GoldText:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    kind, whole = (line.partition(":")[2].strip() for line in head.splitlines())
    expected = [Expected(frozenset({rule}), 0, 0) for rule in whole.split()]
    parts: list[str] = []
    length = end = 0
    for match in _MARK.finditer(body):
        parts += [body[end : match.start()], match.group(2)]
        length += match.start() - end
        rules = frozenset(match.group(1).split("+"))
        expected.append(Expected(rules, length, length + len(match.group(2))))
        length += len(match.group(2))
        end = match.end()
    return GoldText(path.stem, kind, "".join([*parts, body[end:]]), tuple(expected))
