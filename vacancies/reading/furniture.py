"""Page numbers, headers, footers and lines that name the document: no part of its text."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from vacancies.reading.criteria import level_of, names_category
from vacancies.reading.facts import MOST_WORDS_OF_A_FACT
from vacancies.reading.headings import LONGEST_OF_LABEL, could_be_heading, is_titled, section_of
from vacancies.reading.markers import split_marker
from vacancies.reading.words import pattern, starts_like_duty

FEWEST_REPEATS, LINES_OF_A_PAGE = 3, 8
_PAGE = pattern("furniture.page")
_OF_A_PAGE = pattern("furniture.of_a_page")
_VERSION = pattern("furniture.version")
_FURNITURE = re.compile(
    r"\S.{0,90}?\s(?:(?:(?:Page|page|PAGE) \d{1,3} (?:of|/)|[–—|-] (?:Page|page|PAGE)) \d{1,3}"
    r"|(?:Page|PAGE) \d{1,3})|(?:\S.{0,60}?\s)?(?:Page|PAGE) \d{1,3} (?:of|/) \d{1,3}\s.{1,90}"
)
_PAGE_BEHIND = re.compile(r"\s\d{1,3}\s?(?:of|/)\s?\d{1,3}$")
_OF_FILE = pattern("furniture.of_file")
_CODE = re.compile(r"\d|^[A-Z]{2,9}\b|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_BY = re.compile(r"([^:]{0,30}\b(?:by|author)):\s", re.IGNORECASE)
_BY_WHOM = re.compile(r"(?<=\d)\sby\s.{1,40}$")
_DATED = pattern("furniture.dated")
"""What a code or date begins with or holds, and a number or month."""
_DASH = re.compile(r"\s[–—|-]\s")
_LONE = re.compile(r"\s{0,200}\d{1,3}")
_FIRST_NUMBER = re.compile(r"\D{0,9}(\d{1,3})")
INDENTED = 10
"""Spaces before a number that show it to be in the middle of the foot of a page."""
_DIGITS = re.compile(r"\d{1,9}")


def is_page_number(line: str) -> bool:
    """Whether a line is only a page number, such as "Page 2 of 4" or "2 | P a g e"."""
    return bool(_PAGE.fullmatch(line.strip()))


def names_document(line: str) -> tuple[str, str]:
    """Return (part, value) of a line that names the document, or ("", "").

    The part is "reference" ("JD ref 123"), or "other" for a version or date ("Version 2.1").
    """
    if (by := _BY.match(line)) and section_of(by[1]) == "other":
        return "other", line[by.end() :]
    if len(line) > LONGEST_OF_LABEL:
        return "", ""
    words = [word.strip("(),") for word in _BY_WHOM.sub("", line).split()]
    codes = [bool(_CODE.search(word)) for word in words]
    if True not in codes:
        return "", ""
    if words[0][:1] in ("v", "V") and all(map(_DATED.fullmatch, words)):
        return "other", line
    for many in range(max(codes.index(True), 1), min(len(words), MOST_WORDS_OF_A_FACT)):
        label, value = " ".join(words[:many]), words[many:]
        dated = all(_DATED.fullmatch(word) for word in value)
        part = section_of(label)
        if (part == "reference" and all(codes[many:])) or (part == "other" and dated):
            return part, " ".join(value)
    return "", ""


def is_furniture(text: str) -> bool:
    """Whether a line is of the page or the document.

    It is a page header or footer with its number, or gives the version or the file of the document.
    """
    before = text
    if behind := _PAGE_BEHIND.search(text[-12:]):
        before = text[: behind.start() - min(len(text), 12)]
    named = _VERSION.fullmatch(text) or _OF_FILE.match(text)
    return bool(
        _FURNITURE.fullmatch(text)
        or names_document(before)[0]
        or (before != text and (before.isupper() or is_titled(before)))
        or (named and not starts_like_duty(text))
    )


def names_page(text: str, title: str) -> bool:
    """Whether a line is of a page: the title of the post beside a dash, or before a comma."""
    sides = [side.strip() for side in _DASH.split(text.casefold())]
    named = len(sides) > 1 and title.casefold() in sides
    return (named or text.casefold().startswith(f"{title.casefold()}, ")) and could_be_heading(text)


def without_furniture(lines: Sequence[str]) -> list[str]:
    """Replace page numbers, and repeats of page headers and footers, with form feeds."""
    folded = [_DIGITS.sub("0", line.strip()) for line in lines]
    counts = Counter(line for line in folded if len(line) > LINES_OF_A_PAGE)
    close, last = set[str](), dict[str, int]()
    often = {
        line for line, count in counts.items() if count >= FEWEST_REPEATS and _may_repeat(line)
    }
    once = {w for line in folded if counts[line] == 1 for w in line.casefold().split()}
    of_pages = {
        at
        for at in _beside_page_numbers(lines, [counts[line] > 1 for line in folded])
        if (counts[folded[at]] > 1 and (_OF_A_PAGE.search(lines[at]) or _said(lines[at], once)))
        or _VERSION.fullmatch(lines[at])
    }
    of_pages.update(_repeats_at_page_edges(lines, folded), _lone_numbers(lines))
    of_pages.update(_counted_pages(lines, folded))
    for at, line in enumerate(folded):
        if line in often:
            if at - last.get(line, -LINES_OF_A_PAGE) < LINES_OF_A_PAGE:
                close.add(line)
            last[line] = at
    seen, kept, whole = set[str](), list[str](), set[str]()
    for at, (line, fold) in enumerate(zip(lines, folded, strict=True)):
        if (
            at in of_pages
            or is_page_number(line)
            or (fold in seen and is_furniture(" ".join(line.split())))
            or (fold in often - close and line.strip() in whole)
        ):
            kept.append("\f")
            continue
        seen.add(fold)
        whole.add(line.strip())
        kept.append(line)
    return kept


def _may_repeat(line: str) -> bool:
    """Whether a line that stands on several pages is no heading of criteria."""
    heading = level_of(line) is not None or names_category(line)
    return not heading and section_of(line) not in ("essential", "desirable")


def _counted_pages(lines: Sequence[str], folded: Sequence[str]) -> Iterator[int]:
    """Yield the indexes of each line that only stands above page numbers, and of the numbers.

    A number on a line of its own is one if that line stands above each number, counting up.
    """
    below = dict[str, list[tuple[int, int]]]()
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for at, after in pairwise([*filled, -1]):
        below.setdefault(folded[at], []).append((at, after))
    for line, places in below.items():
        if len(places) < 2 or len(line) <= LINES_OF_A_PAGE or not _may_repeat(lines[places[0][0]]):
            continue
        texts = ["" if after < 0 else lines[after].strip() for _, after in places]
        numbers = [_FIRST_NUMBER.match(text) for text in texts]
        pages = all(is_page_number(text) or _LONE.fullmatch(text) for text in texts)
        counted = [int(number[1]) for number in numbers if number] if pages else []
        if counted and counted == [*range(counted[0], counted[0] + len(texts))]:
            yield from (one for place in places for one in place)


def _said(line: str, words: Collection[str]) -> bool:
    """Whether each word of a line is among `words`."""
    return all(word in words for word in _DIGITS.sub("0", line).casefold().split())


def _repeats_at_page_edges(lines: Sequence[str], folded: Sequence[str]) -> Iterator[int]:
    """Yield the indexes of lines that also opened or closed an earlier page but name no part."""
    filled = [at for at, line in enumerate(lines) if line.strip() or line == "\f"]
    ends = {-1, len(filled)} | {n for n, at in enumerate(filled) if lines[at] == "\f"}
    seen: set[str] = set()
    for n, at in enumerate(filled) if len(ends) > 2 else ():
        named = len(folded[at]) <= LINES_OF_A_PAGE or section_of(lines[at])
        named = named or split_marker(lines[at]).kind
        if n not in ends and {n - 1, n + 1} & ends and not (named or names_category(lines[at])):
            if folded[at] in seen:
                yield at
            seen.add(folded[at])


def _lone_numbers(lines: Sequence[str]) -> Iterator[int]:
    """Yield the indexes of numbers on lines of their own, indented or far below the one before."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    lone = [(n, at) for n, at in enumerate(filled) if _LONE.fullmatch(lines[at])]
    for (n, at), (before, above) in zip(lone, [(-1, -1), *lone], strict=False):
        if not at or lines[at - 1].strip():
            continue
        far = above >= 0 and n - before > LINES_OF_A_PAGE
        follows = far and int(lines[at]) == int(lines[above]) + 1
        if follows or lines[at].startswith(" " * INDENTED):
            yield at


def _beside_page_numbers(lines: Sequence[str], repeated: Sequence[bool]) -> Iterator[int]:
    """Yield the indexes of the lines directly before or after a page number.

    If such a line is repeated, yield the next one too: a header or footer may have two lines.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for n, at in enumerate(filled):
        for near in (-1, 1) if is_page_number(lines[at]) else ():
            beside = filled[max(n + near, 0) : n + near + 1]
            yield from beside
            if beside and repeated[beside[0]]:
                yield from filled[max(n + 2 * near, 0) : n + 2 * near + 1]
