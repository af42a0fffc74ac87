"""Abbreviations in capitals, and whether a text spells them out at first use."""

import re
from collections.abc import Iterator
from itertools import accumulate, islice

from vacancies.rulebook.document import Document
from vacancies.rulebook.finding import Span
from vacancies.rulebook.rulebook import all_per_document, per_document
from vacancies.rulebook.sentences import WORD
from vacancies.rulebook.words import listed

_CAPITALS = re.compile(
    r"(?<![\w@/.&£#-])(?:[A-Z]{2,6}|[A-Z]&[A-Z]{1,2})s?(?![\w@&]|-\d|\.\w|/[A-Z]{1,2}\b| ?\d{3})"
)
_NEXT_WORD = re.compile(r"[ &/,-]{1,3}([A-Z]{4,20})\b(?!s)")
_WORD_BEFORE = re.compile(r"\b([A-Z]{4,20})[ &/,-]{1,3}$")
_VOWEL = re.compile(r"[AEIOUY]")
_EXPLAINED_BEHIND = re.compile(
    r" ?(?:\((?!s\)|\d)[^()\n]{5,90}\)|, (?:short for|which stands for|or) [^\n]{5,60}"
    r"|: the [^\n]{5,60}|(?: is| are|,) (?:short for|the (?:service|body|name)) )"
)
_BOUND = re.compile(r"[\s\-/]+")
_TITLE = r"[A-Z][\w'’&-]{1,20}"
_NAME = re.compile(rf"(?:{_TITLE},? (?:(?:of|and|for|the|upon|in|&) ){{0,2}}){{1,7}}{_TITLE}")
_EMPLOYER = re.compile(
    r"\b(?:Trust|Board|Hospitals?|University|College|Council|Services?|Authority|Agency|Infirmary"
    r"|Hospice|Partnership|Commission|Institute|Bwrdd)\b"
)
_KIND_OF_EMPLOYER = re.compile(r"\b[A-Z][a-z'’-]{2,20} (?:NHS )?(UHB|LHB|FT|NHSFT|HSCT?|ICB)\b")
SENTENCE_PART_IN_CAPITALS = 0.6
LOOKED_AT_BEFORE = 120
FEWEST_LETTERS = 9


@all_per_document
def unexplained(document: Document) -> Iterator[Span]:
    """Yield the first use of each abbreviation that is not spelt out there or earlier.

    It may be spelt out as "words (WRD)", "WRD (words of its own)" or "words, or WRD", and that of
    an employer anywhere. Lines in capitals, web addresses, ordinary words in capitals, well-known
    abbreviations and those that belong to an employer's name ("Swansea Bay UHB") are ignored.
    """
    known = frozenset(listed("known_abbreviations")) | frozenset(listed("shouted"))
    seen: set[str] = set()
    for match in _CAPITALS.finditer(document.text):
        letters = match.group().rstrip("s")
        if letters in seen or letters in known or match.group() in known:
            continue
        if _in_capitals(document, match.start()) or _is_shouted(document, match):
            continue
        seen.add(letters)
        place = Span(match.start(), match.start() + len(letters))
        if not (
            _behind(document, match, letters)
            or _before(document.text, match.start(), letters)
            or letters in _kinds_of_employer(document)
            or any(_spells(name, letters) for name in _employers(document))
        ):
            yield place


def _in_capitals(document: Document, offset: int) -> bool:
    """Whether the line around `offset` is set in capitals, as headings often are."""
    start = max(0, offset - 200)
    start = max(document.folded.rfind("\n", start, offset) + 1, start)
    end = document.folded.find("\n", offset, offset + 200)
    end = end if end >= 0 else min(offset + 200, len(document.text))
    letters, capitals = (up_to[end] - up_to[start] for up_to in _letters_and_capitals(document))
    if letters < FEWEST_LETTERS or capitals <= SENTENCE_PART_IN_CAPITALS * letters:
        return False
    return len(list(islice(WORD.finditer(document.text, start, end), 2))) > 1


def _is_shouted(document: Document, match: re.Match[str]) -> bool:
    """Whether a word in capitals is a label or part of a phrase in capitals, not an abbreviation.

    "BASE:" and a cell "LEVEL" are labels. In "CARE GROUP" or "HEALTH & SAFETY: staff must" the
    neighbouring word is in capitals too, and both can be pronounced. A word that occurs in lower
    case elsewhere is not an abbreviation.
    """
    text, word = document.text, match.group()
    if len(word) > 3 and _VOWEL.search(word):
        around = (
            _NEXT_WORD.match(text, match.end()),
            _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start()),
        )
        if any(neighbour and _VOWEL.search(neighbour.group(1)) for neighbour in around):
            return True
    if text.startswith(":", match.end()) and _opens_its_line(text, match.start()):
        return True
    return len(word) > 3 and word.lower() in document.small_words


def _opens_its_line(text: str, offset: int) -> bool:
    return not text[
        max(text.rfind("\n", 0, offset), text.rfind("\t", 0, offset)) + 1 : offset
    ].strip()


@per_document
def _employers(document: Document) -> frozenset[str]:
    names = (match.group() for match in _NAME.finditer(document.text))
    return frozenset(name for name in names if _EMPLOYER.search(name))


@per_document
def _kinds_of_employer(document: Document) -> frozenset[str]:
    return frozenset(match.group(1) for match in _KIND_OF_EMPLOYER.finditer(document.text))


@per_document
def _letters_and_capitals(document: Document) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the number of letters, and of capitals, up to each position in the text."""
    letters = accumulate(map(str.isalpha, document.text), initial=0)
    capitals = accumulate(map(str.isupper, document.text), initial=0)
    return tuple(letters), tuple(capitals)


def _behind(document: Document, match: re.Match[str], letters: str) -> bool:
    explained = _EXPLAINED_BEHIND.match(document.text, match.end())
    return bool(explained) and _spells(explained.group() if explained else "", letters)


def _before(text: str, offset: int, letters: str) -> bool:
    """Whether the words before a bracket, comma or dash spell the letters."""
    lead = text[max(0, offset - LOOKED_AT_BEFORE) : offset]
    bare = lead.rstrip()
    if not bare.endswith(("(", "–", "—", "- ", "“", "‘", ", or", " or", "as", "called")):
        return False
    return _spells(bare, letters)


def _spells(words: str, letters: str) -> bool:
    """Whether the first letters of `words`, and letters inside them, give the abbreviation."""
    parts = [part for part in _BOUND.split(words.lower()) if part.strip("(,–—“‘")]
    tail = " ".join(part.strip("(),.–—“‘") for part in parts[-(len(letters) + 5) :])
    initials = [letter for letter in letters.lower() if letter.isalpha()]
    for start in range(len(tail)):
        opens = tail[start] == initials[0] and (start == 0 or tail[start - 1] == " ")
        if opens and _in_order(tail[start:], initials):
            return True
    return False


def _in_order(tail: str, initials: list[str]) -> bool:
    """Whether all letters occur in order, the first at the start and half of them opening words."""
    position, opening = 1, 1
    for letter in initials[1:]:
        opens = tail.find(" " + letter, position - 1)
        inside = tail.find(letter, position)
        if inside < 0:
            return False
        opening += opens >= 0
        position = opens + 2 if opens >= 0 else inside + 1
    return opening * 2 >= len(initials)
