"""Which row of one draft is which row of another."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from vacancies.drafting.draft import Criterion, Duty

# Two rows are the same one, reworded, if they share at least this much of their words. Our own.
ALIKE = 0.5
# A word in more rows than this tells none of them apart, and would make the work grow too fast.
MOST_ROWS_PER_WORD = 20

_Rows = Sequence[Duty | Criterion]
_Pairs = list[tuple[int, int]]


def pair_by_id(old: _Rows, new: _Rows) -> _Pairs:
    """Return the pairs (place in `old`, place in `new`) of rows with the same id."""
    places = {row.id: place for place, row in enumerate(old)}
    found = {row.id: (places[row.id], place) for place, row in enumerate(new) if row.id in places}
    return sorted(found.values())


def pair_by_words(old: _Rows, new: _Rows) -> _Pairs:
    """Return the pairs of rows that read the same or share at least half of their words."""
    pairs = _reading_the_same(old, new)
    left = _words(old, {low for low, _ in pairs})
    right = _words(new, {high for _, high in pairs})
    for _, low, high in sorted(_likeness(left, right)):
        if low in left and high in right:
            pairs.append((low, high))
            del left[low], right[high]
    return sorted(pairs)


def _reading_the_same(old: _Rows, new: _Rows) -> _Pairs:
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in range(len(old) - 1, -1, -1):
        waiting[" ".join(old[place].text.split())].append(place)
    pairs = []
    for place, row in enumerate(new):
        if same := waiting[" ".join(row.text.split())]:
            pairs.append((same.pop(), place))
    return pairs


def _words(rows: _Rows, without: set[int]) -> dict[int, Counter[str]]:
    return {
        place: Counter(row.text.casefold().split())
        for place, row in enumerate(rows)
        if place not in without
    }


def _likeness(
    left: dict[int, Counter[str]], right: dict[int, Counter[str]]
) -> set[tuple[float, int, int]]:
    """Return (minus likeness, place, place) of every two rows that are alike enough."""
    holding: dict[str, list[int]] = defaultdict(list)
    for low, words in left.items():
        for word in words:
            holding[word].append(low)
    found = set()
    for high, words in right.items():
        near = {
            low
            for word in words
            if len(holding[word]) <= MOST_ROWS_PER_WORD
            for low in holding[word]
        }
        for low in near:
            shared = 2 * (left[low] & words).total() / (left[low].total() + words.total())
            if shared >= ALIKE:
                found.add((-shared, low, high))
    return found
