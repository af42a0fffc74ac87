"""Reading age by the Flesch-Kincaid grade, adjusted for words that nobody can avoid.

Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas:
grade = 0.39 × words / sentences + 11.8 × syllables / words - 15.59. A pupil of a United States
grade is about five years older than its number: reading age = grade + 5.

Adjusted: names and titles (words with a capital inside a sentence), numbers and the unavoidable
terms of a house list ("library", "knowledge") count as words, with one and a half syllables, the
mean of plain English. NHS content style asks for a reading age of 9 to 11, at most 14.
"""

from dataclasses import dataclass

from vacancies.checks.document import Document
from vacancies.checks.sentences import WORD, Sentence
from vacancies.checks.syllables import syllables
from vacancies.checks.words import listed

NEUTRAL_SYLLABLES = 1.5
YEARS_BEFORE_SCHOOL = 5
YOUNGEST, OLDEST = 5, 99


@dataclass(frozen=True)
class Readability:
    """The numbers behind a reading age: how many sentences, words and counted syllables."""

    sentences: int
    words: int
    syllables: float

    @property
    def grade(self) -> float:
        """Return the Flesch-Kincaid grade; 0 for a text without words."""
        if not self.words:
            return 0.0
        length = self.words / self.sentences
        return 0.39 * length + 11.8 * self.syllables / self.words - 15.59

    @property
    def reading_age(self) -> int | None:
        """Return the reading age in whole years, or None for a text without words."""
        if not self.words:
            return None
        return min(OLDEST, max(YOUNGEST, round(self.grade + YEARS_BEFORE_SCHOOL)))


def readability(document: Document) -> Readability:
    """Return the numbers of the document's sentences and list items; headings do not count."""
    terms = frozenset(listed("unavoidable"))
    counts = [_syllables(document.text, sentence, terms) for sentence in document.sentences]
    return Readability(
        sentences=len(document.sentences),
        words=sum(sentence.words for sentence in document.sentences),
        syllables=sum(counts),
    )


def _syllables(text: str, sentence: Sentence, terms: frozenset[str]) -> float:
    total = 0.0
    for index, match in enumerate(WORD.finditer(text, sentence.start, sentence.end)):
        word = match.group()
        named = index > 0 and word[0].isupper()
        neutral = named or not word[0].isalpha() or word.lower() in terms
        total += NEUTRAL_SYLLABLES if neutral else syllables(word)
    return total
