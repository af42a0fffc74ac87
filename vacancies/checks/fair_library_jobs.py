"""A vacancy compared with those parts of the Fair Library Jobs manifesto that could be read.

The report never says that a draft complies: it says what the rules find, which rules had nothing to
read, and what does not apply to such a post. Strengths inside the sections could not be read, as
the report says once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kls_portal.plain_values import read_toml
from vacancies.checks.place import PlacedFinding
from vacancies.checks.reach import reach
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.rulebook.rulebook import rule

DATA = Path(__file__).with_name("data")
POINTED_AT, NOTHING_FOUND = "pointed-at", "nothing-found"
NOT_WRITTEN, NOT_FOR_THIS_POST = "not-written", "not-for-this-post"


@dataclass(frozen=True)
class Point:
    """A point of a part, in our own words.

    strength: the manifesto's own ("must", "should", "recommended"), "" if it could not be read.
    confirmed: whether the source named by `by` says that the manifesto covers the point.
    """

    part: str
    text: str
    rules: tuple[str, ...]
    confirmed: bool
    by: str
    strength: str = ""

    @property
    def our_grade(self) -> str:
        """Return the most severe of our own grades among the point's rules."""
        grades = {rule(rule_id).severity for rule_id in self.rules}
        return next(grade for grade in ("must", "should", "could") if grade in grades)


@dataclass(frozen=True)
class Part:
    """A principle or section of the manifesto. kind: "principle" or "section"."""

    id: str
    kind: str
    name: str
    about: str
    confirmed: bool


@dataclass(frozen=True)
class Judged:
    """A point with its outcome and its open and dismissed findings.

    unread: texts its rules read that are not written yet, such as "advert".
    """

    point: Point
    outcome: str
    findings: tuple[PlacedFinding, ...]
    dismissed: tuple[PlacedFinding, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True)
class FairReport:
    """The parts in order, each with its points. source, updated: of the manifesto."""

    parts: tuple[tuple[Part, tuple[Judged, ...]], ...]
    source: str
    updated: str

    @property
    def without_strength(self) -> int:
        return sum(not one.point.strength for _, judged in self.parts for one in judged)


def fair_report(
    file: VacancyFile, findings: Iterable[PlacedFinding], dismissed: Iterable[PlacedFinding]
) -> FairReport:
    """Return the report of a vacancy. findings: the open ones; dismissed: those not counted."""
    counted, kept = tuple(findings), tuple(dismissed)
    manifesto = _manifesto()
    return FairReport(
        tuple(
            (
                part,
                tuple(
                    _judged(p, file, counted, kept) for p in manifesto.points if p.part == part.id
                ),
            )
            for part in manifesto.parts
        ),
        manifesto.source,
        manifesto.updated,
    )


def _judged(
    point: Point,
    file: VacancyFile,
    counted: tuple[PlacedFinding, ...],
    kept: tuple[PlacedFinding, ...],
) -> Judged:
    mine, dismissed = _of(counted, point), _of(kept, point)
    reaches = [reach(rule_id, file) for rule_id in point.rules]
    concerned = [one for one in reaches if one.concerns]
    unread = dict.fromkeys(name for one in concerned for name in one.unread)
    if mine:
        outcome = POINTED_AT
    elif not concerned:
        outcome = NOT_FOR_THIS_POST
    else:
        outcome = NOTHING_FOUND if all(one.has_read for one in concerned) else NOT_WRITTEN
    return Judged(point, outcome, mine, dismissed, tuple(unread))


def _of(findings: tuple[PlacedFinding, ...], point: Point) -> tuple[PlacedFinding, ...]:
    rule_ids = set(point.rules)
    return tuple(
        one for one in findings if rule_ids.intersection((one.finding.rule, *one.finding.also))
    )


@dataclass(frozen=True)
class _Manifesto:
    parts: tuple[Part, ...]
    points: tuple[Point, ...]
    source: str
    updated: str


@cache
def _manifesto() -> _Manifesto:
    return read_toml(DATA / "fair_library_jobs.toml", _Manifesto)
