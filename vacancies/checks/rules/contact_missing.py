"""D12: nobody to talk to is named in the advert.

Source: NHS Providers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "D12"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once an advert is begun."""
    if file.advert.is_started and not file.advert.contact.strip():
        yield noted(RULE, at_field("contact"))
