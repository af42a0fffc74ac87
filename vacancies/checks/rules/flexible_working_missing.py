"""D8: nothing says what flexible working there is.

Source: NHS terms and conditions, section 33; recruitment and retention guide for KLS managers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "D8"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once a job description or an advert is begun."""
    begun = file.is_described or file.advert.is_started
    if begun and not file.draft.flexible_working.strip():
        yield noted(RULE, at_field("flexible_working"))
