"""What features above the draft add to its pages and versions, so that it imports none of them.

Each registers its part when the site starts (`VacanciesConfig.ready`).
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from vacancies.drafting.rules.fields import Draft
from vacancies.posts.forms.fields import SectionForm
from vacancies.posts.models import Vacancy
from vacancies.profiles.rules.evidence import EvidenceSheet


class Checked(Protocol):
    """The findings of a draft."""

    def is_written(self, section: str) -> bool:
        """Whether there is anything to read in a section."""

    def within(self, section: str) -> Sequence[Any]:
        """Return the open findings of a section."""


class Extensions:
    """`check` holds a vacancy against the rules, with a draft in the place of what is stored.

    `copied_wording` gives the parts of a draft that sound like a profile, those of the sections
    named alone if any are. `evidence_sheet` gives what the panel reads, None where there is
    nothing. `forms` are sections of the draft that another feature keeps, by slug.
    """

    check: Callable[[Vacancy, Draft | None], Checked]
    copied_wording: Callable[..., Sequence[Any]]
    evidence_sheet: Callable[[Vacancy], EvidenceSheet | None]

    def __init__(self) -> None:
        self.forms: dict[str, type[SectionForm]] = {}


extensions = Extensions()
