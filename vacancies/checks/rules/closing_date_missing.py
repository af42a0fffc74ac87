"""D4: no closing date.

Source: recruitment and retention guide for KLS managers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "D4"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once an advert is begun."""
    if file.advert.is_started and file.draft.closes_on is None:
        yield noted(RULE, at_field("closes_on"))
