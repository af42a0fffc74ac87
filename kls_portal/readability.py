"""Readability of a text: sentences, syllables, reading age. Pure; both apps use it.

Reading age is by the Flesch-Kincaid grade, adjusted for unavoidable words.

Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas:
grade = 0.39 × words / sentences + 11.8 × syllables / words - 15.59. A pupil in the United States
is about five years older than the number of the grade: reading age = grade + 5.

Adjusted: names and titles (capitalised words within a sentence), numbers and the unavoidable
terms of a house list ("library", "knowledge") count as words of one and a half syllables, the
mean of plain English. NHS content style asks for a reading age of 9 to 11, at most 14.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = re.compile(r"[.!?]{1,3}[\"”’')\]]{0,2}(?=\s)|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])")
_ADDRESS = re.compile(r"@|/|www|\.[^.\s]{1,40}\.|\.\w{1,30}\(")
_BEFORE = re.compile(r"[\w.]{1,20}$")
WORDS = tomllib.loads(Path(__file__).with_name("readability.toml").read_text(encoding="utf-8"))
_NEVER_END, _MAY_END = (frozenset(WORDS[name]) for name in ("never_end", "may_end"))


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Cut `text[start:end]` into sentences, yielding start, end and number of words of each.

    Parts without a word are left out. An abbreviation such as “e.g.” does not end a sentence.
    """
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop.start(), stop.end(), end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    words = sum(1 for _ in WORD.finditer(text, start, end))
    if words:
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        yield start, end, words


def _in_an_address(text: str, dot: int, last: int) -> bool:
    """Whether a stop without a space after it is part of a web or email address."""
    before = text[max(0, dot - 30) : dot].split()
    behind = text[dot : min(dot + 40, last)].split()
    return bool(_ADDRESS.search("".join([*before[-1:], *behind[:1]])))


def _ends(text: str, dot: int, behind: int, last: int) -> bool:
    after = text[behind : min(behind + 8, last)].lstrip()
    if after and after[0].islower() and not after[1:2].isupper():  # “eBooks” may begin one
        return False
    if behind < last and not text[behind].isspace() and _in_an_address(text, dot, last):
        return False
    if text[dot] != ".":
        return True
    match = _BEFORE.search(text, max(0, dot - 20), dot)
    before = match.group().lower() if match else ""
    if before in _NEVER_END:
        return not after or (before == "no" and after[0].isupper())
    if before in _MAY_END:
        return not after or after[0].isupper()
    single = len(before) == 1 and before.isalpha() and match is not None and match.group().isupper()
    return not (single and after)


_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeioudty])ed$|(?<=[^aeiouyszxcgh])es$|(?<=[aeiou])e$")
_CONSONANT_LE = re.compile(r"[^aeiouy]les?$")
_INNER_SILENT = re.compile(r"[^aeiouy]e(?=(?:ly|ment|ful|less|ness)(?:s|ly)?$)")
_TWO = re.compile(
    r"i(?:a(?!l$|n|ge)|o(?!n|us)|u|sm)|(?<![ctsg])ia(?:l|n)(?=$|s)|[rd]ea(?=s?$)|[^q]ua"
    r"|eo(?!u)|(?<![ct])ie(?=ty?$"
    r"|nts?$|nces?$)|ying|(?<=[^cstg])ious|[td]ual|ier$"
)


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Return the number of syllables in `word`, at least one; a number counts as one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if len(letters) < 3:
        return 1
    if letters in WORDS["syllables"]:
        return int(WORDS["syllables"][letters])
    count = len(_VOWELS.findall(letters))
    if _SILENT.search(letters) and not _CONSONANT_LE.search(letters):
        count -= 1
    count -= len(_INNER_SILENT.findall(letters))
    count += len(_TWO.findall(letters))
    return max(1, count)


UNAVOIDABLE = frozenset(WORDS["unavoidable"])
NEUTRAL_SYLLABLES = 1.5
YEARS_BEFORE_SCHOOL = 5
YOUNGEST, OLDEST = 5, 25
"""Beyond these the formula is meaningless: text without full stops would need readers of 99."""


@dataclass(frozen=True)
class Readability:
    """The figures behind a reading age: numbers of sentences, words and counted syllables.

    neutral: how many of the words are names, numbers or unavoidable terms.
    """

    sentences: int
    words: int
    syllables: float
    neutral: int = 0

    @property
    def grade(self) -> float:
        if not self.words:
            return 0.0
        return 0.39 * self.words_a_sentence + 11.8 * self.syllables_a_word - 15.59

    @property
    def words_a_sentence(self) -> float:
        return self.words / self.sentences if self.words else 0.0

    @property
    def syllables_a_word(self) -> float:
        return self.syllables / self.words if self.words else 0.0

    @property
    def reading_age(self) -> int | None:
        if not self.words:
            return None
        return min(OLDEST, max(YOUNGEST, round(self.grade + YEARS_BEFORE_SCHOOL)))


def readability(sentences: Iterable[Sequence[str]]) -> Readability:
    """Return the figures for some sentences, each given as its words."""
    number, total, neutral, words = 0, 0.0, 0, 0
    for sentence in sentences:
        counts = _counts(sentence)
        number += 1
        words += len(counts)
        total += sum(counts)
        neutral += counts.count(NEUTRAL_SYLLABLES)
    return Readability(number, words, total, neutral)


def _counts(words: Sequence[str]) -> list[float]:
    """Return the syllables of each word; a capital does not make the first word a name."""
    return [_opening(words[0]), *map(_inner, words[1:])] if words else []


@lru_cache(maxsize=16384)
def _inner(word: str) -> float:
    return NEUTRAL_SYLLABLES if word[0].isupper() else _opening(word)


@lru_cache(maxsize=16384)
def _opening(word: str) -> float:
    neutral = not word[0].isalpha() or word.lower() in UNAVOIDABLE
    return NEUTRAL_SYLLABLES if neutral else syllables(word)
