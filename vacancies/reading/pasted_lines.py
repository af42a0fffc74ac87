"""The lines of pasted text, without those that only divide."""

import re
from collections.abc import Iterator
from itertools import pairwise

from vacancies.reading.line_ends import with_breaks
from vacancies.reading.markers import BULLETS

_MARKDOWN = re.compile(r"^ {0,3}#{1,6} (?=\S)|\*\*|^={2,6} (?=\S)| ={2,6}$")
_DIVIDER = re.compile(r"[ =_*~–—-]{2,200}")
_FIRST_BULLET = re.compile(rf"(?:[^:\n]{{1,40}}:)?\s{{0,9}}([{BULLETS}])\s")
_INNER = re.compile(r"(?:(?<=\S)\s{1,9}(\d{1,2})([.)])|(?<=[.;%])\s(\d{1,2}))\s(?=[A-Z])")
_FIRST = re.compile(r"1[.)]? (?=[A-Z])")
_SET_IN = re.compile(r" (?=[A-Za-z])")
FEWEST_SET_IN = 6
_LINE_ENDS = re.compile(r"\r\n?|[\n\x85\u2028\u2029\x0c\x1c-\x1e]")


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a text; a vertical tab ends a paragraph of a cell, or a line elsewhere.

    Bullets within a line that begins with one, be it behind a colon, or that goes on with such a
    line, begin a line each.
    """
    within = ""
    for line in _LINE_ENDS.split(text):
        if _DIVIDER.fullmatch(line):
            yield ""
            continue
        line = _MARKDOWN.sub("", line) if any(sign in line for sign in ("#", "**", "==")) else line
        cells = line.split("\t")
        for at, cell in enumerate(cells):
            first = _FIRST_BULLET.match(cell)
            sign = first[1] if first else within
            if sign and f" {sign} " in cell.lstrip():
                cells[at] = cell.replace(f" {sign} ", f"\v{sign} ")
            within = sign if cells[at] != cell else ""
        pieces = with_breaks(cells[0]) if len(cells) == 1 else []
        for piece in pieces:
            yield from _numbered(piece).split("\v")
        yield from [] if pieces else ["\t".join(cells)]


def with_lost_bullets(lines: list[str]) -> list[str]:
    """Return lines with a bullet where one was lost: each of many lines begins with one space."""
    filled = [line for line in lines if line.strip()]
    items = sum(bool(_SET_IN.match(line)) for line in filled)
    if not FEWEST_SET_IN <= items < len(filled):
        return lines
    return [f"•{line}" if _SET_IN.match(line) else line for line in lines]


def _numbered(line: str) -> str:
    """Return a line with a break before each further number, if it counts from 1 to 3 or more."""
    if not _FIRST.match(line.strip()):
        return line
    begins = [0]
    for number in _INNER.finditer(line):
        if int(number[1] or number[3]) == len(begins) + 1:
            begins.append(number.start())
    pieces = (line[a:b].strip() for a, b in pairwise([*begins, len(line)]))
    return "\v".join(pieces) if len(begins) > 2 else line
