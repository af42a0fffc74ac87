"""B10: no frozen version, nobody named who agreed it, or one that is more than a year old.

Source: NHS Job Evaluation Handbook, chapter 10; the limit of a year is a house default.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted
from vacancies.rulebook.rulebook import number

RULE = "B10"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, as soon as there is a duty that could be agreed."""
    if not file.draft.duties:
        return
    if file.agreed is None:
        yield noted(RULE, at("versions"), variant="no_version")
    elif (file.today - file.agreed.day).days > number(RULE, "oldest_days"):
        yield noted(RULE, at("versions"), about=file.agreed.day.isoformat(), variant="old")
    elif not file.agreed.agreed_with.strip():
        about = file.agreed.day.isoformat()
        yield noted(RULE, at("versions"), about=about, variant="nobody")
