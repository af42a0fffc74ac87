"""B4: no purpose of the job, or one that is too short or too long.

Source: NHS Employers, Writing successful job descriptions; the numbers of words are house defaults.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.rulebook.document import Document
from vacancies.rulebook.rulebook import number

RULE = "B4"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once."""
    if not file.is_described:
        return
    count = len(Document(file.draft.purpose).words)
    short, long = count < number(RULE, "low"), count > number(RULE, "high")
    if short or long:
        variant = "" if not count else "short" if short else "long"
        place = at_field("purpose")
        yield noted(RULE, place, about=str(count), variant=variant, n=count)
