"""What changed between two texts of a page, line by line and word by word. Pure.

A line is a heading, a paragraph, an item of a list, a row of a table and so on. Before its words
it carries a sign of what it is, from a range that no text uses; the comparison treats the signs
as words, so that a paragraph that became an item is a change too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidance.texts.rules.html_tree import Element, is_blank, parse
from kls_portal.word_changes import ADDED, REMOVED, SAME, Span, word_changes

# What each kind of line is called; "" for a paragraph, which needs no name.
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
# How many lines are shown before and after one that changed.
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
    """A line of both texts. `was`: the kind it had before, where that is another one."""

    kind: str
    was: str
    spans: tuple[Span, ...]

    @property
    def name(self) -> str:
        """What the line is, in words; "" for a paragraph."""
        return NAMES[self.kind]

    @property
    def old_name(self) -> str:
        """What the line was before, in words; "" where it is what it was."""
        return (NAMES[self.was] or "Paragraph") if self.was else ""

    @property
    def is_changed(self) -> bool:
        """Whether a word of it came or went, or it became something else."""
        return bool(self.was) or any(span.kind != SAME for span in self.spans)


@dataclass(frozen=True)
class Gap:
    """Lines left out: nothing changed in them, or (`is_cut`) there are too many to show."""

    number: int
    is_cut: bool = False


def text_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return the lines of both texts in reading order.

    Each text maps "title", "summary", "body" (stored HTML) and "based_on" to its words; what is
    left out is empty.
    """
    return tuple(_lines_of_spans(word_changes(_signed(before), _signed(after))))


def in_short(lines: Sequence[Line]) -> list[Line | Gap]:
    """Return the lines that changed with AROUND lines on each side, and gaps between them.

    Where nothing changed at all, every line is left out. After MOST_LINES the rest is cut off: a
    whole book that was pasted over a page must not keep the server busy.
    """
    near = {
        number + step
        for number, line in enumerate(lines)
        if line.is_changed
        for step in range(-AROUND, AROUND + 1)
    }
    found: list[Line | Gap] = []
    for number, line in enumerate(lines):
        if number in near:
            found.append(line)
        elif found and isinstance(found[-1], Gap):
            found[-1] = Gap(found[-1].number + 1)
        else:
            found.append(Gap(1))
        if len(found) == MOST_LINES and number + 1 < len(lines):
            return [*found, Gap(len(lines) - number - 1, is_cut=True)]
    return found


def differs_in_form(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether two texts of the same words differ all the same: in bold or italic type."""
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


def _blocks(holder: Element) -> Iterator[tuple[str, str]]:
    """Give the lines of an element that holds others, each with its kind."""
    for element in holder:
        if element.tag in _HOLDERS:
            yield from _blocks(element)
        elif element.tag == "tr":
            yield "tr", " | ".join(_words_of(cell) for cell in element)
        elif element.tag == "li":
            yield from _item(element)
        elif element.tag == "blockquote" and len(element):
            yield from (("blockquote", words) for _, words in _blocks(element))
        else:
            yield (element.tag if element.tag in NAMES else "p"), _words_of(element)


def _item(item: Element) -> Iterator[tuple[str, str]]:
    """Give an item of a list, then the items of the lists inside it."""
    nested = [child for child in item if child.tag in ("ul", "ol")]
    yield "li", _words_of(item)
    for child in nested:
        yield from _blocks(child)


def _words_of(element: Element) -> str:
    """Return the words of an element, each link followed by its address, without lists inside."""
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
    found: list[Span] = []
    for sign, span in _cut(spans):
        if not sign:
            found.append(span)
            continue
        if found:
            yield Line(kind, was, tuple(found))
            found, kind, was = [], "", ""
        # A sign that went, met by one that came: the line became something else.
        kind, was = _become(kind, was, _KINDS[sign], span.kind)
    if found:
        yield Line(kind, was, tuple(found))


def _become(kind: str, was: str, sign: str, happened: str) -> tuple[str, str]:
    """Return what the line is, and what it was, after one more sign before its words."""
    if happened == REMOVED:
        return (kind, sign) if kind and kind != sign else (kind or sign, was)
    if kind and kind != sign and happened == ADDED:
        return sign, kind
    return sign, was if was != sign else ""


def _cut(spans: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
    """Give each sign by itself and the words between them, with what happened to them."""
    for span in spans:
        for part in _SPLIT.split(span.text):
            if part in _KINDS:
                yield part, Span(span.kind, "")
            elif part.strip():
                yield "", Span(span.kind, part.strip())
