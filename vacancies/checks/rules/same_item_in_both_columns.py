"""A8: the same criterion is both essential and desirable.

Source: house rule. Criteria are the same when they share most of their words, whatever the order.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, criterion_places, noted
from vacancies.drafting.rules.sections import shortened
from vacancies.rulebook.rulebook import rule
from vacancies.rulebook.similarity import similar, stems

RULE = "A8"
MOST_ITEMS = 150


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report each desirable criterion that is essential too."""
    places = criterion_places(file.draft)
    least = rule(RULE).parameters["similarity"]
    essential = [stems(row.text) for row in file.criteria(essential=True)[:MOST_ITEMS]]
    for row in file.criteria(essential=False)[:MOST_ITEMS]:
        words = stems(row.text)
        if any(similar(words, other) > least for other in essential):
            yield noted(RULE, places[row.id], row.text, item=shortened(row.text))
