"""What a post does now against its last frozen job description, in words. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from vacancies.drafting.reality import Answer, Reality, compare
from vacancies.job_evaluation.loading import scheme


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
