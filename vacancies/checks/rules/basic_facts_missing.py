"""D3: contract type, its length, hours or place are missing.

Source: background knowledge; not confirmed.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.drafting.fields import BY_NAME

RULE = "D3"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, with everything that is missing, at the first of them."""
    wanted = (BY_NAME[name] for name in ("contract", "contract_length", "hours", "place"))
    missing = [
        one for one in wanted if one.wanted(file.draft) and not getattr(file.draft, one.name)
    ]
    if file.advert.is_started and missing:
        names = ", ".join(one.within for one in missing)
        yield noted(RULE, at_field(missing[0].name), about=names, missing=names)
