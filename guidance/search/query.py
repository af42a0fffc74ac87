"""Parses a question into terms with their synonyms and spellings. Pure."""

import re
from dataclasses import dataclass

from guidance.search.synonyms import Phrase, Synonyms
from guidance.search.words import EVERYWHERE, NUMBERS, STOP_WORDS, root, split

LONGEST_QUESTION = 200
MOST_TERMS = 16
SHORTEST_BEGINNING = 3
NUMBER = 0.1
COMMON = 0.4
# “b6” and “band6” are band 6.
_BAND = re.compile(r"\bb(?:and)?([2-9][a-d]?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """One term of a question.

    `phrase` is as typed, `spellings` are all its spellings and `synonyms` mean the same.
    `is_beginning`: whether it may be an incomplete word.
    """

    phrase: Phrase
    synonyms: tuple[Phrase, ...] = ()
    is_beginning: bool = False
    spellings: tuple[Phrase, ...] = ()

    @property
    def typed(self) -> tuple[Phrase, ...]:
        """The phrase in every spelling, in the same order whichever was typed."""
        return self.spellings or (self.phrase,)

    @property
    def weight(self) -> float:
        """The weight of the term: a lone number, as in “band 5”, counts far less than a word."""
        is_number = all(word.isdecimal() or word in NUMBERS for word in self.phrase)
        if is_number and not self.spellings and not self.synonyms:
            return NUMBER
        return COMMON if len(self.phrase) == 1 and root(self.text) in EVERYWHERE else 1.0

    @property
    def text(self) -> str:
        return " ".join(self.phrase)


@dataclass(frozen=True)
class Question:
    terms: tuple[Term, ...]
    words: Phrase = ()
    was_cut: bool = False


def read(text: str, synonyms: Synonyms) -> Question:
    """Return the parsed question, of at most 200 characters and 16 terms.

    Stop words are left out, unless there is nothing else. A question without a letter or digit has
    no terms.
    """
    short = text.strip()[: LONGEST_QUESTION + 1]
    was_cut = len(short) > LONGEST_QUESTION
    if was_cut:
        short = short[:LONGEST_QUESTION].rpartition(" ")[0] or short[:LONGEST_QUESTION]
    words = split(_BAND.sub(r"band \1", short))
    terms = _terms(words, synonyms)
    telling = [one for one in terms if one.synonyms or one.spellings or one.text not in STOP_WORDS]
    chosen: dict[str, Term] = {}
    for term in telling or terms:
        chosen.setdefault(term.text, term)
    return Question(tuple(chosen.values())[:MOST_TERMS], tuple(words), was_cut)


def _terms(words: list[str], synonyms: Synonyms) -> list[Term]:
    """Return the terms: at each position the longest known phrase, or else a single word."""
    terms: list[Term] = []
    at = 0
    while at < len(words):
        phrase, same = _phrase_at(words[at:], synonyms)
        at += len(phrase)
        last = at == len(words)
        beginning = last and not same and len(phrase[-1]) >= SHORTEST_BEGINNING
        if synonyms.are_spellings(phrase):
            terms.append(Term(phrase, spellings=synonyms.of(phrase)))
        else:
            terms.append(Term(phrase, same, beginning))
    return terms


def _phrase_at(words: list[str], synonyms: Synonyms) -> tuple[Phrase, tuple[Phrase, ...]]:
    for length in range(min(synonyms.longest, len(words)), 0, -1):
        phrase = tuple(words[:length])
        if same := synonyms.of(phrase):
            typed = tuple(map(root, phrase))
            others = (other for other in same if tuple(map(root, other)) != typed)
            return phrase, tuple(others)
    return (words[0],), ()
