"""Differences between two drafts or evidence sheets, by part and by row."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from kls_portal.word_changes import SAME, Span, longest_rising, word_changes
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import written
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.drafting.rules.sections import shortened
from vacancies.profiles.rules.evidence import EvidenceSheet, FactorRow

# The least share of words in common for a row to count as a rewording of another. Our own measure.
ALIKE = 0.5
# A word in more rows than this does not tell them apart, and would make pairing too slow.
MOST_ROWS_PER_WORD = 20

_Rows = Sequence[Duty | Criterion]
_Pairs = list[tuple[int, int]]


def pair_by_id(old: _Rows, new: _Rows) -> _Pairs:
    """Return (index in `old`, index in `new`) for each pair of rows with the same id."""
    places = {row.id: place for place, row in enumerate(old)}
    pairs = {row.id: (places[row.id], place) for place, row in enumerate(new) if row.id in places}
    return sorted(pairs.values())


def pair_by_words(old: _Rows, new: _Rows) -> _Pairs:
    """Return the pairs of rows with the same text or at least half of their words in common."""
    pairs = _reading_the_same(old, new)
    left = _word_counts(old, {low for low, _ in pairs})
    right = _word_counts(new, {high for _, high in pairs})
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


def _word_counts(rows: _Rows, without: set[int]) -> dict[int, Counter[str]]:
    return {
        place: Counter(row.text.casefold().split())
        for place, row in enumerate(rows)
        if place not in without
    }


def _likeness(
    left: dict[int, Counter[str]], right: dict[int, Counter[str]]
) -> set[tuple[float, int, int]]:
    holding: dict[str, list[int]] = defaultdict(list)
    for low, words in left.items():
        for word in words:
            holding[word].append(low)
    alike = set()
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
                alike.add((-shared, low, high))
    return alike


_Row = Duty | Criterion
_Linked = Callable[[Criterion, Criterion], tuple[str, str, str]]
"""Returns the note on the links of a criterion to duties in two drafts."""


@dataclass(frozen=True)
class PartChange:
    """A part whose text changed, as spans of the whole text."""

    slug: str
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class RowChange:
    """A duty or criterion that changed.

    before, after: its number in each draft, from 1; None where it is absent. spans: its text.
    notes: (what, before, after) for every other change.
    """

    before: int | None
    after: int | None
    spans: tuple[Span, ...]
    notes: tuple[tuple[str, str, str], ...] = ()
    moved: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of change: "added", "removed", or any of "moved" and "changed"."""
        if self.before is None:
            return ("added",)
        if self.after is None:
            return ("removed",)
        changed = bool(self.notes) or any(span.kind != SAME for span in self.spans)
        return (*(("moved",) if self.moved else ()), *(("changed",) if changed else ()))


@dataclass(frozen=True)
class Differences:
    """The parts, duties and criteria that differ."""

    parts: tuple[PartChange, ...]
    duties: tuple[RowChange, ...]
    criteria: tuple[RowChange, ...]

    def __bool__(self) -> bool:
        return bool(self.parts or self.duties or self.criteria)

    @property
    def count(self) -> int:
        return len(self.parts) + len(self.duties) + len(self.criteria)


def differences(before: Draft, after: Draft, *, same_vacancy: bool = True) -> Differences:
    """Return what changed from `before` to `after`.

    same_vacancy: whether both belong to one vacancy, so that the ids of their rows match.
    """
    pair = pair_by_id if same_vacancy else pair_by_words
    duty_pairs = pair(before.duties, after.duties)
    renamed = {before.duties[low].id: after.duties[high].id for low, high in duty_pairs}
    linked = partial(_linked, before, after, renamed)
    criterion_pairs = pair(before.criteria, after.criteria)
    return Differences(
        parts=tuple(_part_changes(before, after)),
        duties=_row_differences(before.duties, after.duties, duty_pairs, linked),
        criteria=_row_differences(before.criteria, after.criteria, criterion_pairs, linked),
    )


def _part_changes(before: Draft, after: Draft) -> list[PartChange]:
    changes = []
    for one in FIELDS:
        old, new = written(before, one), written(after, one)
        if old.split() != new.split():
            changes.append(PartChange(one.name, one.label, word_changes(old, new)))
    return changes


def _linked(
    before: Draft, after: Draft, renamed: dict[int, int], old: Criterion, new: Criterion
) -> tuple[str, str, str]:
    stayed = {renamed.get(number, -1) for number in old.duties} == set(new.duties)
    if stayed:
        return ("", "", "")
    return ("Needed for", _names(before, old), _names(after, new))


def _names(draft: Draft, criterion: Criterion) -> str:
    chosen = [duty for duty in draft.duties if duty.id in criterion.duties]
    return "; ".join(f"“{shortened(duty.text)}”" for duty in chosen)


def _row_differences(
    old: Sequence[_Row], new: Sequence[_Row], pairs: list[tuple[int, int]], linked: _Linked
) -> tuple[RowChange, ...]:
    stayed = set(longest_rising(sorted(pairs), lambda pair: pair[1]))
    gone = set(range(len(old))) - {low for low, _ in pairs}
    come = set(range(len(new))) - {high for _, high in pairs}
    changes = [
        RowChange(
            low + 1,
            high + 1,
            word_changes(old[low].text, new[high].text),
            _notes(old[low], new[high], linked),
            moved=(low, high) not in stayed,
        )
        for low, high in pairs
    ]
    changes += [RowChange(low + 1, None, word_changes(old[low].text, "")) for low in gone]
    changes += [RowChange(None, high + 1, word_changes("", new[high].text)) for high in come]
    changed = [row for row in changes if row.kinds]
    return tuple(sorted(changed, key=_place))


def _place(row: RowChange) -> tuple[int, bool]:
    return (row.after or row.before or 0, row.after is not None)


_NOTED = {
    "group": "Group",
    "share": "Share of time",
    "area": "Area",
    "category": "Category",
    "essential": "Weight",
    "assessed_by": "How assessed",
}
"""The fields of a duty or a criterion that a note is about, each with its label."""


def _notes(old: _Row, new: _Row, linked: _Linked) -> tuple[tuple[str, str, str], ...]:
    rows = [
        (label, _noted(getattr(old, name)), _noted(getattr(new, name)))
        for name, label in _NOTED.items()
        if hasattr(old, name)
    ]
    if isinstance(old, Criterion) and isinstance(new, Criterion):
        rows.append(linked(old, new))
    return tuple(row for row in rows if row[1] != row[2])


def _noted(value: object) -> str:
    if isinstance(value, bool):
        return "Essential" if value else "Desirable"
    if isinstance(value, int):
        return f"{value}%"
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def evidence_changes(
    before: EvidenceSheet | None, after: EvidenceSheet | None
) -> tuple[PartChange, ...]:
    """Return the factors whose evidence or level changed, in the order of the scheme.

    Duties are compared by their words, because a number may now belong to another duty.
    """
    old, new = _said(before), _said(after)
    names = {row.code: row.name for sheet in (before, after) if sheet for row in sheet.factors}
    return tuple(
        PartChange(code, name, word_changes(old.get(code, ""), new.get(code, "")))
        for code, name in names.items()
        if old.get(code, "").split() != new.get(code, "").split()
    )


def _said(sheet: EvidenceSheet | None) -> dict[str, str]:
    if sheet is None:
        return {}
    duties = {duty.number: duty.text for duty in sheet.duties}
    return {row.code: _factor_in_words(row, duties) for row in sheet.factors}


def _factor_in_words(row: FactorRow, duties: dict[int, str]) -> str:
    if not row.evidence.strip() and not row.duties:
        return ""
    level = "No level." if row.level is None else f"Level {row.level}."
    listed = [f"Duty: {duties[number]}" for number in row.duties if number in duties]
    return "\n".join([level, row.evidence, *listed])
