"""D1: the advert shows no pay, or the band is not chosen.

Source: Fair Museum Jobs manifesto, section 2; principle of transparency of Fair Library Jobs.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted

RULE = "D1"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, at the first of the two that is empty."""
    if not file.advert.is_started:
        return
    if not file.advert.pay.strip():
        yield noted(RULE, at("advert", "Pay", "pay"))
    elif not file.draft.band:
        yield noted(RULE, at("post", "Band expected", "band"))
