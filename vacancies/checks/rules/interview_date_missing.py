"""D6: no interview date.

Source: recruitment and retention guide for KLS managers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "D6"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once an advert is begun."""
    if file.advert.is_started and file.draft.interview_on is None:
        yield noted(RULE, at_field("interview_on"))
