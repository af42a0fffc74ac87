"""A5: more essential criteria than anybody needs on day one.

Source: no authoritative number was found; the limits are house defaults.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted
from vacancies.rulebook.rulebook import number

RULE = "A5"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, with the number."""
    count = len(file.criteria(essential=True))
    if count > number(RULE, "warn"):
        variant = "strong" if count > number(RULE, "strong") else ""
        place = at("person-specification")
        yield noted(RULE, place, about=str(count), variant=variant, n=count)
