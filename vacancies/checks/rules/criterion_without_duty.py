"""A6: an essential criterion that no duty needs.

Source: NHS Job Evaluation Handbook, chapter 10.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, criterion_places, noted
from vacancies.drafting.rules.sections import shortened

RULE = "A6"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report each essential criterion without a duty that is still there."""
    places = criterion_places(file.draft)
    duties = {duty.id for duty in file.draft.duties}
    for row in file.criteria(essential=True):
        if not duties.intersection(row.duties):
            yield noted(RULE, places[row.id], row.text, item=shortened(row.text))
