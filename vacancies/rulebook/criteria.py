"""The criteria of a person specification, however its columns and marks are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vacancies.rulebook.finding import Span
from vacancies.rulebook.headings import section_named
from vacancies.rulebook.layout import Block
from vacancies.rulebook.sections import DESIRABLE, ESSENTIAL, UNSTATED, Placed

_EITHER = re.compile(
    r"e ?[/|] ?d|essential ?(?:\(e\) ?)?(?:/|or|\|) ?desirable(?: ?\(d\))?|a ?/ ?d|weighting"
    r"|e or d"
)
_TICKS = frozenset(
    [
        "x",
        "✓",
        "✔",
        "☑",
        "☒",
        "√",
        "●",
        "•",
        "*",
        "y",
        "yes",
        "tick",
        "e",
        "d",
        "a",
        "essential",
        "desirable",
    ]
)
_LEVELS = {"e": ESSENTIAL, "essential": ESSENTIAL, "d": DESIRABLE, "desirable": DESIRABLE}
_TRAILING = re.compile(
    r"[(\[–—:|-] ?(E|D|[Ee]ssential|[Dd]esirable|ESSENTIAL|DESIRABLE)\b[^()\[\]\n]{0,20}[)\]]?$"
)
_LEADING = re.compile(
    r"(?:(E|D)\d{0,2} ?[.:)–|-] ?|(E|D)\d{1,2} |[(\[](E|D)[)\]] ?"
    r"|([Ee]ssential|[Dd]esirable) ?[:–-] ?)"
)
_INLINE = re.compile(
    r"(?<=[.;,] )(Essential|Desirable)(?: criteria| requirements)?[ \t]{0,2}:[ \t]{1,3}(?=\S)"
)
_KEY = re.compile(r"\(?e ?(?:=|is|:|-|–) ?essential|key:|\(?essential ?\(?e\)?[,;/ ]{1,3}desirable")
_METHODS = _TICKS | frozenset(
    ["a/i", "i", "a/i/t", "i/a", "t", "p", "c", "r", "af", "a/t", "a,i", "(a)", "(i)", "(a/i)"]
)
LONGEST_MARK = 14


@dataclass(frozen=True)
class Criterion:
    """One item of a person specification: its place, and "essential", "desirable" or ""."""

    start: int
    end: int
    level: str

    @property
    def span(self) -> Span:
        """Return the place of the item."""
        return Span(self.start, self.end)


def criteria(text: str, blocks: Sequence[Block], placed: Sequence[Placed]) -> Iterator[Criterion]:
    """Return the items of the person specification, in order of place.

    Read are sections with their level in a heading, marks such as "(E)" or "D:" at an item, and
    tables with columns called Essential and Desirable, E and D, or E/D.
    """
    table = list(_tables(text, blocks))
    rows = {block.row for block in blocks if block.columns}
    loose = [found for item in placed if item.block.row not in rows for found in _loose(text, item)]
    marked = any(found.level for found in [*table, *loose])
    yield from sorted(
        [*table, *(found for found in loose if found.level or not marked)],
        key=lambda criterion: criterion.start,
    )


def _loose(text: str, item: Placed) -> Iterator[Criterion]:
    """Read one block, which may hold a stretch for each level: "Essential: …. Desirable: …"."""
    labels = list(_INLINE.finditer(text, item.start, item.block.end))
    end = labels[0].start() if labels else item.block.end
    yield from _marked(text, item, end)
    ends = [label.start() for label in labels[1:]] + [item.block.end]
    for label, behind in zip(labels, ends, strict=False):
        level = _LEVELS[label.group(1).lower()]
        yield Criterion(label.end(), label.end() + len(text[label.end() : behind].rstrip()), level)


def _marked(text: str, item: Placed, behind: int) -> Iterator[Criterion]:
    words = text[item.start : behind].rstrip()
    if item.section != "ps" or _KEY.match(words.lower()) or words.endswith(":"):
        return
    start, end, level = item.start, item.start + len(words), item.level
    if leading := _LEADING.match(words):
        start += leading.end()
        level = _LEVELS[next(group for group in leading.groups() if group).lower()]
    elif trailing := _TRAILING.search(words, max(0, len(words) - 40)):
        end = item.start + len(words[: trailing.start()].rstrip())
        level = _LEVELS[trailing.group(1).lower()]
    if start < end:
        yield Criterion(start, end, level)


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[Criterion]:
    """Read each run of rows below a row that names the columns."""
    header: dict[int, str] = {}
    for columns, run in groupby(blocks, key=lambda block: block.columns > 0):
        if not columns:
            header = {}
            continue
        for _, group in groupby(run, key=lambda block: block.row):
            row = list(group)
            named = _header(text, row)
            short = all(len(text[b.start : b.end]) < 2 for b in row if b.column in named)
            if named and not (header and short):
                header = named
            elif header:
                yield from _row(text, row, header)


def _header(text: str, row: Sequence[Block]) -> dict[int, str]:
    names: dict[int, str] = {}
    for block in row:
        words = " ".join(text[block.start : block.end].lower().split()).strip(" :*.")
        name = (
            "either" if _EITHER.fullmatch(words) else section_named(text[block.start : block.end])
        )
        if name in (ESSENTIAL, DESIRABLE, "either"):
            names[block.column] = name
        elif words == "a" and block.column not in names:
            names[block.column] = "a"
    if "a" in names.values():
        only_a = DESIRABLE in names.values() and ESSENTIAL not in names.values()
        names = {
            column: ESSENTIAL if name == "a" else name
            for column, name in names.items()
            if name != "a" or only_a
        }
    return names


def _row(text: str, row: Sequence[Block], header: dict[int, str]) -> Iterator[Criterion]:
    subject = [block for block in row if block.column not in header]
    item = max(subject, key=lambda block: block.end - block.start, default=None)
    for block in row:
        name = header.get(block.column)
        if name is None:
            continue
        words = text[block.start : block.end].strip(" ()[].").lower()
        ticked = bool(words) and len(words) < LONGEST_MARK and _METHODS.issuperset(words.split())
        if name == "either":
            level = _LEVELS.get(words.split(" ")[0].split("/")[0], UNSTATED) if words else UNSTATED
            if item and level:
                yield Criterion(item.start, item.end, level)
        elif ticked:
            if item:
                yield Criterion(item.start, item.end, name)
        elif words not in {"", "-", "–", "n/a", "none", "no", "n"}:
            yield Criterion(block.start, block.end, name)
