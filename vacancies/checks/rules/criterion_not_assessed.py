"""A7: a criterion that does not say how it is assessed.

Source: background knowledge of person specifications in the NHS; not confirmed.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, criterion_places, noted
from vacancies.drafting.rules.sections import shortened

RULE = "A7"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report each criterion without a method."""
    places = criterion_places(file.draft)
    for row in file.draft.criteria:
        if not row.assessed_by:
            yield noted(RULE, places[row.id], row.text, item=shortened(row.text))
