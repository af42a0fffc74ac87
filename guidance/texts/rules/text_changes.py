"""Compares two texts of a page, line by line and word by word. Pure.

A line is a heading, a paragraph, a list item, a table row and so on. It is prefixed with a sign of
its kind, a private-use character. The signs are compared like words, so that a paragraph turned
into an item is a change too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from guidance.texts.rules.html_tree import Element, is_blank, parse
from kls_portal.word_changes import ADDED, REMOVED, SAME, Span, word_changes

# The name of each kind of line, "" for a paragraph.
NAMES = {
    "title": "Title",
    "summary": "Summary",
    "h2": "Heading",
    "h3": "Heading of level 3",
    "h4": "Heading of level 4",
    "p": "",
    "li": "Item of a list",
    "tr": "Row of a table",
    "caption": "Name of a table",
    "blockquote": "Quotation",
    "based_on": "Based on",
}
# How many unchanged lines are shown before and after a changed one.
AROUND = 2
MOST_LINES = 1_000
_FIRST_SIGN = 0xE000
_SIGNS = {kind: chr(_FIRST_SIGN + number) for number, kind in enumerate(NAMES)}
_KINDS = {sign: kind for kind, sign in _SIGNS.items()}
_PRIVATE = dict.fromkeys(range(_FIRST_SIGN, _FIRST_SIGN + len(NAMES)))
_SPLIT = re.compile(f"([{''.join(_KINDS)}])")
_HOLDERS = ("ul", "ol", "table", "thead", "tbody")


@dataclass(frozen=True)
class Line:
    """A line of the comparison. `was`: its former kind if that changed, or else ""."""

    kind: str
    was: str
    spans: tuple[Span, ...]

    @property
    def name(self) -> str:
        """The name of its kind, "" for a paragraph."""
        return NAMES[self.kind]

    @property
    def old_name(self) -> str:
        """The name of its former kind, "" if that has not changed."""
        return (NAMES[self.was] or "Paragraph") if self.was else ""

    @property
    def is_changed(self) -> bool:
        return bool(self.was) or any(span.kind != SAME for span in self.spans)


@dataclass(frozen=True)
class Gap:
    """Lines left out because they are unchanged or, if `is_cut`, too many to show."""

    number: int
    is_cut: bool = False


def text_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return the lines of both texts in reading order.

    Each text maps "title", "summary", "body" (stored HTML) and "based_on" to its words; a missing
    key counts as empty.
    """
    return tuple(_lines_of_spans(word_changes(_signed(before), _signed(after))))


def in_short(lines: Sequence[Line]) -> list[Line | Gap]:
    """Return the changed lines with AROUND lines on each side, and gaps for the others.

    The rest after MOST_LINES is cut off, to limit the work for huge pasted texts.
    """
    near = {
        number + step
        for number, line in enumerate(lines)
        if line.is_changed
        for step in range(-AROUND, AROUND + 1)
    }
    kept: list[Line | Gap] = []
    for is_near, run in groupby(range(len(lines)), lambda number: number in near):
        numbers = list(run)
        kept += [lines[number] for number in numbers] if is_near else [Gap(len(numbers))]
    rest = sum(one.number if isinstance(one, Gap) else 1 for one in kept[MOST_LINES:])
    return [*kept[:MOST_LINES], Gap(rest, is_cut=True)] if rest else kept


def differs_in_form(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether two texts have the same words but differ in bold or italic type."""
    return _signed(before) == _signed(after) and dict(before) != dict(after)


def _signed(text: Mapping[str, Any]) -> str:
    parts = [
        ("title", text.get("title", "")),
        ("summary", text.get("summary", "")),
        *_blocks(parse(text.get("body", ""))),
        ("based_on", text.get("based_on", "")),
    ]
    return "\n".join(
        f"{_SIGNS[kind]} {' '.join(words.translate(_PRIVATE).split())}"
        for kind, words in parts
        if not is_blank(words)
    )


def _blocks(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """Yield the kind and words of each line of some elements."""
    for element in elements:
        if element.tag in _HOLDERS:
            yield from _blocks(element)
        elif element.tag == "tr":
            yield "tr", " | ".join(_words_of(cell) for cell in element)
        elif element.tag == "li":
            yield "li", _words_of(element)
            yield from _blocks(child for child in element if child.tag in ("ul", "ol"))
        elif element.tag == "blockquote" and len(element):
            yield from (("blockquote", words) for _, words in _blocks(element))
        else:
            yield (element.tag if element.tag in NAMES else "p"), _words_of(element)


def _words_of(element: Element) -> str:
    """Return the words of an element without nested lists, each link followed by its address."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in ("ul", "ol"):
            parts.append(f" {_words_of(child)} " if child.tag in ("p", "br") else _words_of(child))
        parts.append(child.tail or "")
    if element.tag == "a":
        parts.append(f" ({element.get('href')})")
    return "".join(parts)


def _lines_of_spans(spans: tuple[Span, ...]) -> Iterator[Line]:
    kind = was = ""
    pending: list[Span] = []
    for sign, span in _cut(spans):
        if not sign:
            pending.append(span)
            continue
        if pending:
            yield Line(kind, was, tuple(pending))
            pending, kind, was = [], "", ""
        # A removed and an added sign together mean that the line changed its kind.
        kind, was = _become(kind, was, _KINDS[sign], span.kind)
    if pending:
        yield Line(kind, was, tuple(pending))


def _become(kind: str, was: str, sign: str, happened: str) -> tuple[str, str]:
    """Return the kind and former kind of the line after one more sign."""
    if happened == REMOVED:
        return (kind, sign) if kind and kind != sign else (kind or sign, was)
    if kind and kind != sign and happened == ADDED:
        return sign, kind
    return sign, was if was != sign else ""


def _cut(spans: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """Yield each sign, and the words between signs, with the kind of their change."""
    for span in spans:
        for part in _SPLIT.split(span.text):
            if part in _KINDS:
                yield part, Span(span.kind, "")
            elif part.strip():
                yield "", Span(span.kind, part.strip())
