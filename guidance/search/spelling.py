"""Suggests words from the guidance for misspelt ones.

A wrong word is worse than none, so a word is only misspelt if it begins like the other and has one
slip, or two in a long word. A slip is two letters swapped, one doubled, left out or added, or one
written for another that sounds alike. Two words may have run together. Other words, such as
“crossing”, are no “closing”.
"""

from collections.abc import Iterable, Mapping, Sequence

from guidance.search.engines import Engine
from guidance.search.words import STOP_WORDS

SHORTEST = 4
SHORTEST_PART = 3
# Shorter words have too many neighbours: they only count with letters swapped or doubled.
LONG_ENOUGH_FOR_ANY_SLIP = 6
LONG_ENOUGH_FOR_TWO = 9
MOST_SLIPS = 2
SOUND_ALIKE = tuple(map(frozenset, ("aeiouy", "cks", "sz", "dt", "mn", "gj", "vw", "bp")))


def respell(words: Sequence[str], engine: Engine, others: Iterable[str] = ()) -> dict[str, str]:
    """Return the most likely correction of each word that has one.

    Corrections are words of the guidance, or failing that of `others`. Words of fewer than four
    letters, or with a digit, are skipped.
    """
    doubtful = [word for word in words if len(word) >= SHORTEST and word.isalpha()]
    if not doubtful:
        return {}
    lengths = [len(word) for word in doubtful]
    known = list(engine.vocabulary(SHORTEST_PART, max(lengths) + MOST_SLIPS))
    known += [(word, 0) for word in others]
    common = dict(known)
    corrections = {word: nearest(word, known) or parted(word, common) for word in doubtful}
    return {word: meant for word, meant in corrections.items() if meant}


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the known word with the fewest slips, or None. `known`: (word, number of pages).

    The more common word wins a tie.
    """
    most = MOST_SLIPS if len(word) >= LONG_ENOUGH_FOR_TWO else 1
    letters = set(word)
    near = [
        (number, -pages, candidate)
        for candidate, pages in known
        if candidate != word
        and abs(len(candidate) - len(word)) <= most
        and _begin_alike(word, candidate)
        and len(letters.symmetric_difference(candidate)) <= 2 * most  # far cheaper than slips
        and (number := slips(word, candidate)) <= most
        and (len(word) >= LONG_ENOUGH_FOR_ANY_SLIP or _has_the_same_letters(word, candidate))
    ]
    return min(near)[2] if near else None


def parted(word: str, known: Mapping[str, int]) -> str:
    """Return the two known words that were written as one, with a space between, "" if none were.

    `known`: the number of pages by word. The more common pair is taken.
    """
    pairs = [
        (word[:end], word[end:]) for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    ]
    both = [pair for pair in pairs if STOP_WORDS.isdisjoint(pair) and known.keys() >= set(pair)]
    return " ".join(max(both, key=lambda pair: min(known[one] for one in pair), default=()))


def slips(word: str, other: str) -> int:
    """Return how many slips lead from one word to the other; a letter of another sound counts two.

    The optimal string alignment distance, with weights.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(word, 1):
        above, before, row = before, row, [down]
        for along, another in enumerate(other, 1):
            fewest = min(
                before[along] + 1, row[-1] + 1, before[along - 1] + _changed(letter, another)
            )
            if down > 1 and along > 1 and word[down - 2 : down] == another + other[along - 2]:
                fewest = min(fewest, above[along - 2] + 1)
            row.append(fewest)
    return row[-1]


def _changed(letter: str, another: str) -> int:
    if letter == another:
        return 0
    return 1 if any({letter, another} <= sounds for sounds in SOUND_ALIKE) else 2


def _begin_alike(word: str, other: str) -> bool:
    return word[0] == other[0] or word[:2] == other[1::-1]


def _has_the_same_letters(word: str, other: str) -> bool:
    return sorted(word) == sorted(other) or _undoubled(word) == _undoubled(other)


def _undoubled(word: str) -> str:
    return "".join(
        letter for letter, before in zip(word, f" {word}", strict=False) if letter != before
    )
