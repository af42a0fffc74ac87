"""A text cut into blocks: headings, list items and paragraphs, each with its exact place.

Understood are bullets, numbers and letters before list items, lists without bullets (a line each,
as Word gives them), lines wrapped at a width, and tables whose cells stand between tabs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vacancies.reading.blocks import PARAGRAPH_END
from vacancies.rulebook.finding import Span
from vacancies.rulebook.headings import section_named

_PHYSICAL = re.compile(r"[^\n\r\x85\u2028\u2029\x0c\x1c-\x1e]+")
_PART = re.compile(r"[^\v]+")
_BULLET = re.compile(
    r"(?:[•●▪◦·‣⁃∙■□➢✓✔*\-–—\uf0b7]|o(?=[ \t])"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)]|\(?[A-Z]\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3})[ \t\xa0]{1,8}"
)
_NUMBERED = re.compile(r"\(?(?:\d|[ivx]{1,4}[.)]|[a-zA-Z][.)])")
"""A number may stand before a heading; any other bullet makes an item of a list."""
_ENDS = ".!?:;"
_OPEN_ENDED = re.compile(
    r"(?:,|[a-z]-|\b(?:and|or|the|an?|of|to|in|for|with|by|on|at|from|as|that|our|your))$"
)
WRAPPED_AT = 110

LONGEST_HEADING = 8
FEWEST_CAPITALS = 8
"""Letters of a numbered heading in capitals, as on the form of NHS Scotland: "7. KEY RESULTS"."""


@dataclass(frozen=True)
class Line:
    """A line, or one part of a cell, without the spaces around it. `gap`: a blank line before.

    `row` counts lines of the text, `column` cells of the line; `columns` is 0 outside tables.
    """

    start: int
    end: int
    row: int
    column: int
    columns: int
    gap: bool


@dataclass(frozen=True)
class Block:
    """A heading, list item or paragraph. `start` lies behind the bullet of an item."""

    start: int
    end: int
    kind: str
    row: int
    column: int
    columns: int
    bulleted: bool = False

    @property
    def span(self) -> Span:
        """Return the place of the block."""
        return Span(self.start, self.end)


def lines(text: str) -> Iterator[Line]:
    """Cut `text` into lines, and rows of tables into the parts of their cells."""
    end_before, tabs_before = 0, 0
    for row, match in enumerate(_PHYSICAL.finditer(text)):
        content = match.group()
        if not content.strip():
            continue
        between = text[end_before : match.start()].replace("\r\n", "\n")
        tabs = content.count("\t")
        stripped = content.strip()
        inside = "\t" in stripped[_bullet_length(stripped) :]
        in_table = inside or (tabs > 1 and tabs == tabs_before)
        tabs_before = tabs if in_table else 0
        gap = end_before > 0 and (len(between) > 1 or between == PARAGRAPH_END)
        yield from _row(match.start(), content, row, gap, tabs + 1 if in_table else 0)
        end_before = match.end()


def _row(offset: int, content: str, row: int, gap: bool, columns: int) -> Iterator[Line]:
    for column, cell in enumerate(content.split("\t") if columns else [content]):
        for part in _PART.finditer(cell):
            words = part.group()
            if words.strip():
                start = offset + part.start() + len(words) - len(words.lstrip())
                yield Line(start, start + len(words.strip()), row, column, columns, gap)
        offset += len(cell) + 1


def _bullet_length(words: str) -> int:
    match = _BULLET.match(words)
    return match.end() if match else 0


def blocks(text: str) -> tuple[Block, ...]:
    """Cut `text` into blocks, in order of place; spaces and bullets belong to none."""
    found = list(lines(text))
    wrapped = _is_wrapped(text, found)
    joined: list[list[Line]] = []
    for line in found:
        if joined and _continues(text, joined[-1], line, wrapped):
            joined[-1].append(line)
        else:
            joined.append([line])
    return tuple(_block(text, joined, index) for index in range(len(joined)))


def _is_wrapped(text: str, found: Sequence[Line]) -> bool:
    """Whether lines were broken at a width: none is long, and some go on in lower case."""
    if not found or max(line.end - line.start for line in found) > WRAPPED_AT:
        return False
    pairs = pairwise(found)
    return any(
        text[after.start].islower() and before.end - before.start > 50 for before, after in pairs
    )


def _continues(text: str, block: Sequence[Line], line: Line, wrapped: bool) -> bool:
    before = block[-1]
    if line.gap and line.row != before.row:
        return False
    if before.columns or line.columns or line.row == before.row:
        return False
    if _BULLET.match(text, line.start, line.end) or text[before.end - 1] in _ENDS:
        return False
    first = text[block[0].start : block[0].end]
    if section_named(text[line.start : line.end]) or (len(block) == 1 and section_named(first)):
        return False
    last = text[max(before.start, before.end - 12) : before.end]
    if text[line.start].islower() or _OPEN_ENDED.search(last):
        return True
    return wrapped and before.end - before.start > 0.6 * WRAPPED_AT


def _block(text: str, joined: Sequence[Sequence[Line]], index: int) -> Block:
    group = joined[index]
    first, last = group[0], group[-1]
    bullet = _BULLET.match(text, first.start, first.end)
    content = text[bullet.end() if bullet else first.start : last.end]
    kind = "item" if bullet else "paragraph"
    is_item = bullet is not None and not _NUMBERED.match(bullet.group())
    if len(group) == 1 and not is_item and _is_heading(text, joined, index, content, bool(bullet)):
        kind = "heading"
    start = first.start + (last.end - first.start - len(content.lstrip()))
    return Block(start, last.end, kind, first.row, first.column, first.columns, bool(bullet))


def _is_heading(
    text: str, joined: Sequence[Sequence[Line]], index: int, content: str, bulleted: bool
) -> bool:
    if section_named(content):
        return True
    words = content.split()
    if not words or len(words) > LONGEST_HEADING or content[-1] in ".!?;,":
        return False
    line = joined[index][0]
    if line.columns:
        return False
    if content.startswith("#"):
        return True
    letters = [character for character in content if character.isalpha()]
    if letters and all(character.isupper() for character in letters):
        return not bulleted or len(letters) >= FEWEST_CAPITALS
    if bulleted or not letters:
        return False
    if content.endswith(":"):
        return True
    return _opens_a_section(text, joined, index)


def _opens_a_section(text: str, joined: Sequence[Sequence[Line]], index: int) -> bool:
    """Whether a short line stands apart from what is before it and not from what follows."""
    line = joined[index][0]
    if index + 1 >= len(joined) or not (line.gap or index == 0) or not text[line.start].isupper():
        return False
    after = joined[index + 1][0]
    bullet = _BULLET.match(text, after.start, after.end)
    if bullet:
        return True
    return not after.gap and after.end - after.start > 2 * (line.end - line.start)
