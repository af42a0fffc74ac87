"""D8: nothing says what flexible working there is.

Source: NHS terms and conditions, section 33; recruitment and retention guide for KLS managers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.rulebook.document import Document
from vacancies.rulebook.rules.flexible_working_missing import offers_flexibility

RULE = "D8"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once a job description or an advert is begun and the field offers nothing."""
    begun = file.is_described or file.advert.is_started
    if begun and not offers_flexibility(Document(file.draft.flexible_working)):
        yield noted(RULE, at_field("flexible_working"))
