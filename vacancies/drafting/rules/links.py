"""Links between duties and criteria: suggestions from shared words, and changes by ticked boxes.

Our own method. A link is suggested only where both texts share words; people accept it.
"""

import re
from collections.abc import Collection, Iterable

from vacancies.drafting.rules.draft import Criterion, Duty

Cell = tuple[int, int]
"""The id of the row, a criterion, and that of the column, a duty."""

FEWEST_SHARED, SHORTEST = 2, 4
_WORD = re.compile(r"[^\W\d_]{4,40}")
_ENDINGS = ("ation", "ment", "ing", "ion", "ies", "al", "er", "or", "ed", "es", "s", "e", "y", "at")
_COMMON = """
able ability about across also appropriate area areas based been both can could demonstrable
demonstrate desirable different each effective effectively essential excellent experience from good
have high including into job knowledge level library more must need needs other others over people
post proven provide range recent relevant role service services should skill skills some staff
strong such team teams than that their them there these they this those through understand
understanding used using various very well what when where which while will with within work working
would your
"""
_EVERYWHERE = frozenset(_COMMON.split())


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Return the words of `one` that `other` also contains, in any form, each once."""
    known = {_stem(word) for word in _telling_words(other)}
    by_stem = {_stem(word): word for word in reversed(_telling_words(one)) if _stem(word) in known}
    return tuple(reversed(by_stem.values()))


def suggested_links(
    criteria: Iterable[Criterion], duties: Collection[Duty]
) -> dict[Cell, tuple[str, ...]]:
    """Return the suggested links that do not exist yet, each with the shared words.

    Two shared words are enough, or half of those of a shorter criterion.
    """
    suggested: dict[Cell, tuple[str, ...]] = {}
    for criterion in criteria:
        own = {_stem(word) for word in _telling_words(criterion.text)}
        for duty in duties:
            words = shared_words(criterion.text, duty.text)
            if duty.id in criterion.duties or not words:
                continue
            if len(words) >= FEWEST_SHARED or len(words) * 2 >= len(own):
                suggested[criterion.id, duty.id] = words
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


def _telling_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _EVERYWHERE]


def _stem(word: str) -> str:
    """Return the approximate stem of a word: "deliv" for "delivering"."""
    while ending := next((e for e in _ENDINGS if word.endswith(e)), ""):
        if len(word) - len(ending) < SHORTEST:
            break
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > SHORTEST and word[-1:] == word[-2:-1] else word
