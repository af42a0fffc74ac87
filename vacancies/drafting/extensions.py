"""Extension points for features that build on the draft, so that drafting imports none of them.

Each feature registers its part at start-up (`VacanciesConfig.ready`).
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from vacancies.drafting.rules.draft import Criterion
from vacancies.drafting.rules.fields import Draft
from vacancies.posts.models import Vacancy
from vacancies.profiles.rules.evidence import EvidenceSheet


class Checked(Protocol):
    def is_written(self, section: str) -> bool:
        """Whether there is anything to read in a section."""

    def within(self, section: str) -> Sequence[Any]:
        """Return the open findings of a section."""


class Extensions:
    """The functions and forms that other features register.

    `check` checks a vacancy against the rules; a draft, if given, replaces the stored one.
    `lawful_criteria` returns the criteria for which something may be proposed. `copied_wording`
    returns the parts of a draft that sound like a profile, only in the sections
    named, if any. `evidence_sheet` returns what the panel reads, or None without evidence.
    """

    check: Callable[[Vacancy, Draft | None], Checked]
    lawful_criteria: Callable[[Vacancy, tuple[Criterion, ...]], tuple[Criterion, ...]]
    copied_wording: Callable[..., Sequence[Any]]
    evidence_sheet: Callable[[Vacancy], EvidenceSheet | None]


extensions = Extensions()
