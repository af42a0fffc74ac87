"""Links between duties and criteria: suggestions from shared words, and changes by ticked boxes.

Our own method. A link is suggested only where both texts share words, or have words of one group of
`data/same_words.toml`; people accept it.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from heapq import nlargest
from itertools import chain
from pathlib import Path

from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.profiles.rules.factor_words import pattern_of

DATA = Path(__file__).resolve().parent.parent / "data" / "same_words.toml"

_SAME_WORDS = tomllib.loads(DATA.read_text(encoding="utf-8"))
Cell = tuple[int, int]
"""The id of the row, a criterion, and that of the column, a duty."""

SHORTEST = 4
ENOUGH, LITTLE, HALF = 1.0, 0.25, 0.5
MOST_TELLING, SHARE_TELLING = 2, 4
"""A word that more than 2 duties, and more than a quarter of them, contain counts by half."""
MOST_SUGGESTED = 5
"""The most duties suggested for a criterion at once, chosen by us: more nobody reads."""
_WORD = re.compile(r"[^\W\d_]{4,40}")
_ENDINGS = ("ation", "ment", "ing", "ion", "ies", "al", "er", "or", "ed", "es", "s", "e", "y", "at")
_TO = re.compile(r"\s{0,9}(?:[-–]|\bto\b)\s{0,9}")
_BETWEEN = re.compile(r"[\s,;]|\band\b")
_RANGE = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3})?")
_PAST_FORMS = {"taught": "teach", "written": "write", "held": "hold", "kept": "keep"}


def _shared(
    one: str, known: frozenset[str], mine: dict[int, str], theirs: dict[int, str]
) -> tuple[str, ...]:
    """Return the words of `one` that another text also contains, in any form, each once.

    known: the stems of the other; mine, theirs: the `same_words` of both. Other words that mean
    the same come last, such as “supervised (line manage)”.
    """
    by_stem = {_stem(word): word for word in reversed(_own_words(one)) if _stem(word) in known}
    same = [
        f"{words} ({theirs[number]})"
        for number, words in mine.items()
        if number in theirs and word_stems(words).isdisjoint(word_stems(theirs[number]))
    ]
    return (*reversed(by_stem.values()), *same)


def suggested_links(
    criteria: Iterable[Criterion], duties: Collection[Duty]
) -> dict[Cell, tuple[str, ...]]:
    """Return the suggested links that do not exist yet, each with the shared words.

    One telling word is enough, or one group of words that mean the same. Words that many of the
    duties contain count by half, and general words such as "group" little. Of more than
    `MOST_SUGGESTED` for a criterion, those that share most are left.
    """
    stems = {duty.id: word_stems(duty.text) for duty in duties}
    groups = {duty.id: same_words(duty.text) for duty in duties}
    number = Counter(chain(*stems.values(), *groups.values()))
    most = max(MOST_TELLING, len(duties) // SHARE_TELLING)
    part = {one: HALF if number[one] > most else 1.0 for one in number}
    suggested: dict[Cell, tuple[str, ...]] = {}
    for criterion in criteria:
        own, own_groups = word_stems(criterion.text), same_words(criterion.text)
        shares = dict[int, float]()
        for duty in duties:
            by_words = sum(weight_of(one) * part[one] for one in own & stems[duty.id])
            by_groups = sum(ENOUGH * part[one] for one in own_groups.keys() & groups[duty.id])
            if max(by_words, by_groups) >= ENOUGH and duty.id not in criterion.duties:
                shares[duty.id] = max(by_words, by_groups)
        best = nlargest(MOST_SUGGESTED, shares, key=shares.__getitem__)
        for duty_id in filter(best.__contains__, shares):
            words = _shared(criterion.text, stems[duty_id], own_groups, groups[duty_id])
            suggested[criterion.id, duty_id] = words
    return suggested


def changed_cells(
    ticked: Iterable[str], before: Iterable[str], offered: Iterable[str]
) -> tuple[set[str], set[str]]:
    """Return (cells ticked, cells unticked) since the page was loaded.

    Untouched cells are in neither, so that two people who tick different boxes both keep their
    changes. Cells that are no longer offered are ignored.
    """
    known = set(offered)
    now, then = set(ticked) & known, set(before) & known
    return now - then, then - now


def numbers_in(text: str, most: int) -> set[int]:
    """Return the numbers that a text lists, such as "3, 7 and 9 to 12".

    Raises ValueError, with the part that is wrong, for other words or a number above `most`.
    """
    numbers = set[int]()
    for part in filter(None, _BETWEEN.split(_TO.sub("-", text))):
        first, _, last = part.partition("-")
        if not _RANGE.fullmatch(part) or not 1 <= int(first) <= int(last or first) <= most:
            raise ValueError(part)
        numbers |= {*range(int(first), int(last or first) + 1)}
    return numbers


def word_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text, but for those that every such text contains."""
    return frozenset(map(_stem, _own_words(text)))


def same_words(text: str) -> dict[int, str]:
    """Return the first words of each group that a text contains, by the number of the group."""
    folded = text.casefold()
    matches = ((number, one.search(folded)) for number, one in enumerate(_groups()))
    return {number: match.group() for number, match in matches if match}


def weight_of(stem: str) -> float:
    """Return how much a shared word says: little if it is general, else enough for a link."""
    return LITTLE if stem in _GENERAL_STEMS else ENOUGH


def _own_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _EVERYWHERE]


@cache
def _groups() -> tuple[re.Pattern[str], ...]:
    return tuple(map(pattern_of, _SAME_WORDS["groups"]))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Return the approximate stem of a word: "deliv" for "delivering"."""
    word = _PAST_FORMS.get(word, word)
    while ending := next((e for e in _ENDINGS if word.endswith(e)), ""):
        if len(word) - len(ending) < SHORTEST:
            break
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > SHORTEST and word[-1:] == word[-2:-1] else word


_EVERYWHERE = frozenset(_SAME_WORDS["everywhere"].split())
_GENERAL_STEMS = frozenset(map(_stem, _SAME_WORDS["general"].split()))
