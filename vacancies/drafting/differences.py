"""What changed between two drafts, part by part.

Rows are paired by id within one vacancy. A copy has ids of its own, so there they are paired by
their words: first those that read the same, then the most alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kls_portal.word_changes import SAME, Span, longest_rising, word_changes
from vacancies.drafting.draft import Criterion, Draft, Duty
from vacancies.drafting.pairing import pair_by_id, pair_by_words
from vacancies.drafting.sections import shortened

PARTS = (
    ("title", "Job title"),
    ("band", "Band expected"),
    ("profile", "Profile to compare with"),
    ("hours", "Hours a week"),
    ("contract", "Contract"),
    ("contract_length", "Length"),
    ("place", "Place"),
    ("flexible_working", "Flexible working"),
    ("reports_to", "Reports to"),
    ("supervises", "Supervises"),
    ("about_organisation", "About the organisation"),
    ("purpose", "Purpose of the job"),
    ("decides", "Decisions"),
    ("relationships", "Working relationships"),
    ("opens_on", "Advert opens"),
    ("closes_on", "Closing date"),
    ("interview_on", "Interview date"),
    ("starts_on", "Start date"),
)
DATES = ("opens_on", "closes_on", "interview_on", "starts_on")
_Row = Duty | Criterion


@dataclass(frozen=True)
class PartChange:
    """A part whose words changed, with all its words."""

    slug: str
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class RowChange:
    """A duty or criterion that changed.

    before, after: its place in each draft, from 1; None where it was not there. spans: its words.
    notes: (what, before, after) for everything but the words.
    """

    before: int | None
    after: int | None
    spans: tuple[Span, ...]
    notes: tuple[tuple[str, str, str], ...] = ()
    moved: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return what happened to it: "added", "removed", or any of "moved" and "changed"."""
        if self.before is None:
            return ("added",)
        if self.after is None:
            return ("removed",)
        changed = bool(self.notes) or any(span.kind != SAME for span in self.spans)
        return (*(("moved",) if self.moved else ()), *(("changed",) if changed else ()))


@dataclass(frozen=True)
class Differences:
    """Everything that differs. Parts, duties and criteria that are the same are left out."""

    parts: tuple[PartChange, ...]
    duties: tuple[RowChange, ...]
    criteria: tuple[RowChange, ...]

    def __bool__(self) -> bool:
        return bool(self.parts or self.duties or self.criteria)

    @property
    def count(self) -> int:
        """Return how many parts, duties and criteria differ."""
        return len(self.parts) + len(self.duties) + len(self.criteria)


def differences(before: Draft, after: Draft, *, same_vacancy: bool = True) -> Differences:
    """Return what changed from `before` to `after`.

    same_vacancy: whether both are of one vacancy, so that the ids of their rows agree.
    """
    pair = pair_by_id if same_vacancy else pair_by_words
    duty_pairs = pair(before.duties, after.duties)
    renamed = {before.duties[low].id: after.duties[high].id for low, high in duty_pairs}
    linked = _Links(before, after, renamed)
    criterion_pairs = pair(before.criteria, after.criteria)
    return Differences(
        parts=tuple(_parts(before, after)),
        duties=_rows(before.duties, after.duties, duty_pairs, linked),
        criteria=_rows(before.criteria, after.criteria, criterion_pairs, linked),
    )


def text_of(draft: Draft, slug: str) -> str:
    """Return a part of a draft as a reader sees it: dates as “4 May 2027”, hours as “37.5”."""
    value = getattr(draft, slug)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value or ""


def _parts(before: Draft, after: Draft) -> list[PartChange]:
    found = []
    for slug, name in PARTS:
        old, new = text_of(before, slug), text_of(after, slug)
        if old.split() != new.split():
            found.append(PartChange(slug, name, word_changes(old, new)))
    return found


@dataclass(frozen=True)
class _Links:
    """Which duties a criterion is linked to, in each draft."""

    before: Draft
    after: Draft
    renamed: dict[int, int]

    def note(self, old: Criterion, new: Criterion) -> tuple[str, str, str]:
        stayed = {self.renamed.get(number, -1) for number in old.duties} == set(new.duties)
        if stayed:
            return ("", "", "")
        return ("Needed for", _names(self.before, old), _names(self.after, new))


def _names(draft: Draft, criterion: Criterion) -> str:
    chosen = [duty for duty in draft.duties if duty.id in criterion.duties]
    return "; ".join(f"“{shortened(duty.text)}”" for duty in chosen)


def _rows(
    old: Sequence[_Row], new: Sequence[_Row], pairs: list[tuple[int, int]], linked: _Links
) -> tuple[RowChange, ...]:
    stayed = set(longest_rising(sorted(pairs), lambda pair: pair[1]))
    gone = set(range(len(old))) - {low for low, _ in pairs}
    come = set(range(len(new))) - {high for _, high in pairs}
    found = [
        RowChange(
            low + 1,
            high + 1,
            word_changes(old[low].text, new[high].text),
            _notes(old[low], new[high], linked),
            moved=(low, high) not in stayed,
        )
        for low, high in pairs
    ]
    found += [RowChange(low + 1, None, word_changes(old[low].text, "")) for low in gone]
    found += [RowChange(None, high + 1, word_changes("", new[high].text)) for high in come]
    changed = [row for row in found if row.kinds]
    return tuple(sorted(changed, key=_place))


def _place(row: RowChange) -> tuple[int, bool]:
    return (row.after or row.before or 0, row.after is not None)


def _notes(old: _Row, new: _Row, linked: _Links) -> tuple[tuple[str, str, str], ...]:
    if isinstance(old, Duty) and isinstance(new, Duty):
        rows = [
            ("Group", old.group, new.group),
            ("Share of time", _per_cent(old.share), _per_cent(new.share)),
            ("Area", old.area, new.area),
        ]
    elif isinstance(old, Criterion) and isinstance(new, Criterion):
        rows = [
            ("Category", old.category, new.category),
            ("Weight", _weight(old), _weight(new)),
            ("How assessed", ", ".join(old.assessed_by), ", ".join(new.assessed_by)),
            linked.note(old, new),
        ]
    else:
        raise TypeError("A duty is compared with a duty, a criterion with a criterion.")
    return tuple(row for row in rows if row[1] != row[2])


def _per_cent(share: int | None) -> str:
    return "" if share is None else f"{share} per cent"


def _weight(criterion: Criterion) -> str:
    return "Essential" if criterion.essential else "Desirable"
