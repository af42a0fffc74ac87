"""Reads a question: the words that matter, and what else may stand for each. Pure."""

from dataclasses import dataclass

from guidance.search.synonyms import Phrase, Synonyms
from guidance.search.words import STOP_WORDS, root, split

LONGEST_QUESTION = 200
MOST_TERMS = 16
SHORTEST_BEGINNING = 3
NUMBER = 0.1


@dataclass(frozen=True)
class Term:
    """One idea of the question.

    `phrase` is what was typed, `spellings` are other ways to write just that, `synonyms` mean
    the same, and `is_beginning` says that the reader may still be typing it.
    """

    phrase: Phrase
    synonyms: tuple[Phrase, ...] = ()
    is_beginning: bool = False
    spellings: tuple[Phrase, ...] = ()

    @property
    def typed(self) -> tuple[Phrase, ...]:
        """What was typed, in every spelling, in one order whichever was typed."""
        return self.spellings or (self.phrase,)

    @property
    def may_stand_apart(self) -> bool:
        """Whether its words tell something where they do not stand side by side."""
        return sum(len(word) > 1 and word not in STOP_WORDS for word in self.phrase) > 1

    @property
    def weight(self) -> float:
        """How much the term matters: a lone number, as in “band 5”, far less than a word."""
        is_number = all(word.isdecimal() for word in self.phrase)
        return NUMBER if is_number and not self.spellings and not self.synonyms else 1.0

    @property
    def text(self) -> str:
        """The term as typed, in small letters."""
        return " ".join(self.phrase)


@dataclass(frozen=True)
class Question:
    """A question as the search understands it."""

    terms: tuple[Term, ...]
    was_cut: bool = False


def read(text: str, synonyms: Synonyms) -> Question:
    """Return what is asked. Only the first 200 characters and 16 ideas are read.

    Words such as “how do I” are left out, unless there is nothing else. A question without
    a letter or digit has no terms.
    """
    short = text.strip()[: LONGEST_QUESTION + 1]
    was_cut = len(short) > LONGEST_QUESTION
    if was_cut:
        short = short[:LONGEST_QUESTION].rpartition(" ")[0] or short[:LONGEST_QUESTION]
    terms = _terms(split(short), synonyms)
    telling = [term for term in terms if _tells(term)]
    chosen: dict[str, Term] = {}
    for term in telling or terms:
        chosen.setdefault(term.text, term)
    return Question(terms=tuple(chosen.values())[:MOST_TERMS], was_cut=was_cut)


def _tells(term: Term) -> bool:
    return bool(term.synonyms or term.spellings) or term.text not in STOP_WORDS


def _terms(words: list[str], synonyms: Synonyms) -> list[Term]:
    """Take the longest known phrase at each place, or the word alone."""
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
