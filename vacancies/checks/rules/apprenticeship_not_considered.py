"""D18: a post of band 3 or 4 that is no apprenticeship.

Source: recruitment and retention guide for KLS managers. Whoever has considered it dismisses the
point with the reason.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.posts.rules import DEVELOPMENT, UNPAID

RULE = "D18"
_BANDS = frozenset({"3", "4"})
_ROUTES = DEVELOPMENT | UNPAID


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once a job description or an advert is begun."""
    begun = file.is_described or file.advert.is_started
    if begun and file.draft.band in _BANDS and file.draft.contract not in _ROUTES:
        yield noted(RULE, at_field("contract"), about=file.draft.band)
