"""What a post does now against its last frozen job description, in words. Nothing is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vacancies.drafting.reality import Answer, Reality, compare, is_due
from vacancies.job_evaluation.loading import scheme
from vacancies.models import DraftVersion


def last_agreed(versions: Iterable[DraftVersion]) -> DraftVersion | None:
    """Return the version that the work of today is held against: the last that was agreed.

    versions: newest first. Where nobody is named as having agreed any, it is the newest; None
    without a version.
    """
    found = list(versions)
    return next((version for version in found if version.agreed_with), None) or next(
        iter(found), None
    )


def due_version(versions: Iterable[DraftVersion], today: date) -> DraftVersion | None:
    """Return the version a year or more old that is due to be compared with the work of today."""
    version = last_agreed(versions)
    return version if version and is_due(version.day, today) else None


@dataclass(frozen=True)
class FactorHint:
    """A factor touched: id of the hint, name, the question for a panel, the words found."""

    id: str
    name: str
    prompt: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class RealityPage:
    """The comparison with the factors it touches."""

    found: Reality
    factors: tuple[FactorHint, ...]


def reality_page(answers: Sequence[Answer], new: str) -> RealityPage:
    """Return what to show for the answers, one for each duty, and the list of new work."""
    found = compare(answers, new)
    factors = {factor.code: factor for factor in scheme().factors}
    return RealityPage(
        found,
        tuple(
            FactorHint(
                touched.hint,
                factors[touched.factor].name,
                factors[touched.factor].evidence_prompt,
                touched.words,
            )
            for touched in found.touched
        ),
    )
