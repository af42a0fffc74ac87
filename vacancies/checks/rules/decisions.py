"""B8: the draft does not say what the post decides alone.

Source: NHS Employers, Writing successful job descriptions.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "B8"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once."""
    if file.is_described and not file.draft.decides.strip():
        yield noted(RULE, at_field("decides"))
