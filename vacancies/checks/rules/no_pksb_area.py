"""B15: no duty names an area of the PKSB.

Source: recruitment and retention guide for KLS managers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted

RULE = "B15"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, where there are duties and none has an area."""
    if file.draft.duties and not any(duty.area for duty in file.draft.duties):
        yield noted(RULE, at("duties"))
