"""D1: the advert shows no pay, or the band is not chosen. An unpaid route has neither.

Source: Fair Museum Jobs manifesto, section 2; principle of transparency of Fair Library Jobs.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.posts.rules import UNPAID

RULE = "D1"


def concerns(file: VacancyFile) -> bool:
    """Whether the post is paid."""
    return file.draft.contract not in UNPAID


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, at the first of the two that is empty."""
    if not file.advert.is_started or not concerns(file):
        return
    if not file.advert.pay.strip():
        yield noted(RULE, at_field("pay"))
    elif not file.draft.band:
        yield noted(RULE, at_field("band"))
