"""B5: too few or too many main duties.

Source: form HR5 of Southampton (6 to 10) and guidance of York (about 10).
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted
from vacancies.rulebook.rulebook import number
from vacancies.rulebook.words import variant_of

RULE = "B5"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, with the number."""
    count = len(file.draft.duties)
    if file.is_described and not number(RULE, "low") <= count <= number(RULE, "high"):
        yield noted(RULE, at("duties"), about=str(count), variant=variant_of(count), n=count)
