"""A15: the qualification asked for is below or above the profile's level of knowledge.

Source: NHS Job Evaluation Handbook, second edition (gov.scot), page 3; which words stand for which
level is our own reading (knowledge_words.toml), not confirmed.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, criterion_places, noted
from vacancies.rulebook.knowledge import level_of

RULE = "A15"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report the essential criterion with the highest level where it is outside the profile."""
    levels = [(level_of(row.text), row) for row in file.criteria(essential=True)]
    known = [(level, row) for level, row in levels if level]
    if file.knowledge is None or not known:
        return
    level, row = max(known, key=lambda pair: pair[0])
    lowest, highest = file.knowledge
    if not lowest <= level <= highest:
        variant = "less" if level < lowest else "more"
        yield noted(RULE, criterion_places(file.draft)[row.id], row.text, variant=variant)
