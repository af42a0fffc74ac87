"""Join printed lines that were broken at the page margin."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vacancies.reading.criteria import key_of, names_category, names_methods, starts_with_level
from vacancies.reading.facts import fact_of, fact_without_colon
from vacancies.reading.furniture import is_furniture
from vacancies.reading.groups import share_alone
from vacancies.reading.headings import could_be_heading, is_title, section_of, shouts
from vacancies.reading.markers import is_lone_marker, marked_in_a_row, split_marker
from vacancies.reading.old_job import SHORT
from vacancies.reading.words import listed, starts_like_duty

WIDEST_PRINTED = 170
"""Characters; a longer line was not broken at the page margin."""
LINES_NEAR = 8
"""Lines before and after one that show how wide the text is there."""
FEWEST_SPACES = 2
"""Spaces before a line that show it to hang below the item or label above it."""
FEWEST_WORDS = 4
"""A line with no more words than this may be a heading."""
CLEARLY_SHORT = 0.85
"""Share of the printed width; a line that ends before it was ended on purpose."""
_ENDS = (".", "!", "?", ":", ";")
_OPEN_ENDED = re.compile(
    r"(?:,|[a-z]-|&|/|\b(?:and|or|the|an?|of|to|in|for|with|by|on|at|from|as|that|our|your|their|its|"
    r"which|who|including|within|between|all|is|are|be|will|using|through))$"
)
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,30})-$")
_PART = re.compile(r"(?:section|part) (?:\d{1,2}|[A-F])\s?[:.–-]", re.IGNORECASE)
_OF_TITLES = ("title", "reports_to", "accountable_to")
_STAY_APART = listed("stay_apart")


@dataclass(frozen=True)
class Printed:
    """A printed line: its text, whether it is all bold, and how far it reaches.

    reach: in characters; 0 for the length of the text. The text "\\f" is the end of a page.
    """

    text: str
    bold: bool = False
    reach: float = 0.0


@dataclass
class JoinedText:
    """A line being joined: its text, its marker, and whether a blank line precedes it."""

    text: str
    kind: str
    number: str
    gap: bool
    last: float
    """How far its last printed line reaches, in characters."""
    bold: bool = False
    lines: int = 1
    indent: int = 0
    """Of a line without a marker: the spaces before it."""


def is_open_ended(text: str) -> bool:
    """Whether the last word of a line, such as "of" or "and", says that more follows."""
    return bool(_OPEN_ENDED.search(text[-20:]))


def joined_lines(lines: Sequence[Printed]) -> list[JoinedText]:
    """Return the lines with broken ones joined, each with its marker separated."""
    plain = _with_lone_markers(lines)
    marked = marked_in_a_row([line.text for line, _ in plain])
    texts = [
        JoinedText(
            " ".join(one.text.split()),
            one.kind,
            one.number,
            gap,
            line.reach or len(line.text),
            line.bold,
            indent=len(line.text) - len(line.text.lstrip()),
        )
        for one, (line, gap) in zip(marked, plain, strict=True)
    ]
    width = _printed_width(texts)
    whole = set(re.findall(r"[\w-]+", " ".join(text.text.casefold() for text in texts)))
    joined: list[JoinedText] = []
    heads = {at for at in range(1, len(texts) - 1) if _stands_between_items(texts, at)}
    grouped = any(_reach_with(texts[at - 1], texts[at]) <= CLEARLY_SHORT * width for at in heads)
    for at, text in enumerate(texts):
        if not text.text:
            continue
        fits = at in heads and _reach_with(texts[at - 1], text) <= width
        if grouped and fits and joined and joined[-1].kind:
            joined.append(text)
            continue
        label = joined[-2].text if len(joined) > 1 else ""
        near = max(one.last for one in texts[max(at - LINES_NEAR, 0) : at + LINES_NEAR])
        if joined and (
            _goes_on(joined[-1], text, width, near) or _is_rest_of_value(joined[-1], text, label)
        ):
            before = joined[-1]
            before.text = run_together(before.text, text.text, whole)
            before.last, before.lines = text.last, before.lines + 1
        else:
            joined.append(text)
    return joined


def _stands_between_items(texts: Sequence[JoinedText], at: int) -> bool:
    """Whether a line is a few words with a capital after an item and before the next one."""
    text = texts[at]
    few = len(text.text.split()) <= FEWEST_WORDS and could_be_heading(text.text)
    return few and not text.kind and text.text[:1].isupper() and bool(texts[at + 1].kind)


def _reach_with(before: JoinedText, text: JoinedText) -> float:
    """Return how far the line above would reach, in characters, with the first word of this one."""
    return before.last + 1 + len(text.text.split(maxsplit=1)[0])


def _with_lone_markers(lines: Sequence[Printed]) -> list[tuple[Printed, bool]]:
    """Return each non-empty line, with any lone marker above it, and whether a gap precedes it."""
    marked_lines: list[tuple[Printed, bool]] = []
    gap, marker = False, ""
    for at, line in enumerate(lines):
        text = line.text
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        if not text.strip():
            gap = gap or text != "\f"
        elif is_lone_marker(text) and not (text.strip()[0] == "(" and split_marker(after).kind):
            marker = text.strip()
        else:
            marked = f"{marker}\t{text.strip()}" if marker else text
            marked_lines.append((replace(line, text=marked), gap))
            gap, marker = False, ""
    return marked_lines


def _printed_width(texts: Sequence[JoinedText]) -> float:
    """Return the width at which lines were broken, or 0 if they were not."""
    width = max((text.last for text in texts), default=0.0)
    if width > WIDEST_PRINTED:
        return 0
    for before, after in pairwise(texts):
        small = after.text[:1].islower()
        open_ended = is_open_ended(before.text) and before.text[-1].isalpha()
        goes_on = not after.kind and not after.gap and (small or open_ended)
        unfinished = before.last > 0.6 * width and not before.text.endswith(_ENDS)
        words = len(before.text.split()) // (1 if small else 2)
        if goes_on and unfinished and words > FEWEST_WORDS:
            return width
    return 0


def _goes_on(before: JoinedText, text: JoinedText, width: float, near: float) -> bool:
    """Whether a line continues the previous one.

    near: how far the lines around it reach, as in the narrow cells of a table that was copied.
    """
    share = "%" in text.text[-1:] and share_alone(text.text) is not None
    begins = starts_with_level(text.text) or _PART.match(text.text) is not None
    apart = bool(text.kind) or share or begins or len(key_of(text.text)) > 1
    both_facts = fact_without_colon(before.text)[0] and fact_without_colon(text.text)[0]
    if apart or both_facts or is_furniture(before.text) or is_furniture(text.text):
        return False
    sign = text.text[0]
    if _hangs(before, text, width) or (sign == "/" and not text.gap):
        return True
    small = (sign.isalnum() and not sign.isupper()) or sign in "(&/"
    ended = before.text.endswith(_ENDS)
    if not width:
        open_ended = is_open_ended(before.text) and not _names_something(before)
        listed = bool(before.kind) or starts_with_level(before.text)
        begun = listed or (starts_like_duty(before.text) and text.text.endswith("."))
        cut = begun and not ended and before.text[:1].isupper()
        goes_on = open_ended or (cut and len(before.text.split()) >= FEWEST_WORDS)
        return bool(goes_on) and small and not text.gap and before.last <= WIDEST_PRINTED
    unfinished = small or (is_open_ended(before.text) and before.text[-1].isalpha())
    if text.gap and (ended or not unfinished or before.last < 0.6 * near):
        return False
    full = _reach_with(before, text) / width
    if text.text.isupper() and full > 0.85 and not text.gap and shouts(before.text):
        whole = section_of(f"{before.text} {text.text}")
        return bool(whole) or not (section_of(text.text) or before.text.endswith(_ENDS))
    if text.bold != before.bold and could_be_heading((text if text.bold else before).text):
        return False
    named = names_category(text.text) and could_be_heading(before.text)
    worded = len(text.text) > FEWEST_WORDS and text.text.replace(" ", "").isalpha()
    named = named or (bool(before.kind) and worded and names_methods(text.text))
    named = named and text.text[:1].isupper()
    label = _names_something(before) and before.lines == 1 and not (small and full > 0.85)
    if named or label or _names_something(text):
        return False
    if ended:
        return (
            full > 0.95
            and (bool(before.kind) or before.lines > 1)
            and not before.text.endswith(":")
        )
    if small or is_open_ended(before.text):
        no_room = full * width > near and len(before.text.split()) >= FEWEST_WORDS
        return full > 0.5 or no_room
    return full > (CLEARLY_SHORT if before.kind or before.lines > 1 else 0.95)


def _is_rest_of_value(before: JoinedText, text: JoinedText, label: str) -> bool:
    """Whether a fact ends in a hyphen or a word such as "of", and the line names nothing.

    label: the line above the fact, which may be its label.
    """
    ends_in_word = is_open_ended(before.text) and not before.text.endswith(",")
    part, value = fact_of(before.text)
    if part in _OF_TITLES and not (is_title(value) or text.gap or " " in text.text):
        return is_title(text.text) and is_title(f"{value} {text.text}")
    if text.kind or text.gap or not ends_in_word or before.last > WIDEST_PRINTED:
        return False
    fact = part or fact_without_colon(before.text)[0]
    named = _names_something(text) or fact_of(text.text)[0] or fact_without_colon(text.text)[0]
    return bool(fact or section_of(label) in SHORT) and not (named or is_furniture(text.text))


def _hangs(before: JoinedText, text: JoinedText, width: float) -> bool:
    """Whether a line is in the bracket, among the semicolons, or indented below what it goes on."""
    within = not text.gap and before.text.count("(") > before.text.count(")")
    if within and (width or text.text[:1].islower()):
        return True
    if before.text.endswith(";") and "; " in before.text and not (before.kind or text.gap):
        return not _names_something(text)
    if text.indent < FEWEST_SPACES or text.gap or before.text.endswith(_ENDS):
        return False
    if not before.kind and before.indent == text.indent and text.text[:1].isupper():
        return False
    label = before.text.partition(":")[0] if ": " in before.text[:60] else ""
    below = before.kind or before.indent or (label and text.indent > len(label))
    return bool(below) and before.indent <= text.indent and not _names_something(text)


def _names_something(text: JoinedText) -> bool:
    words = text.text
    if not words[:1].isupper() or not could_be_heading(words.rstrip(":")):
        return ": " in words[:60] and bool(section_of(words.partition(":")[0]))
    return bool(section_of(words)) or shouts(words)


def run_together(before: str, after: str, whole: Collection[str] = ()) -> str:
    """Join two lines, mending a word that was broken at the end of the first.

    whole: the words of the document, as they are written elsewhere.
    """
    broken = _BROKEN_WORD.search(before[-40:])
    if not broken or not after[:1].islower():
        return f"{before} {after}"
    first = broken[1].casefold()
    second = re.split(r"[^\w-]", after.casefold(), maxsplit=1)[0]
    apart = f"{first}-{second}" in whole or (
        first in _STAY_APART and f"{first}{second}" not in whole
    )
    return f"{before}{after}" if apart else f"{before[:-1]}{after}"
