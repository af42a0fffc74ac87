"""D3: contract type, its length, hours or place are missing.

Source: background knowledge; not confirmed.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at, noted
from vacancies.posts.rules import LIMITED

RULE = "D3"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, with everything that is missing, at the first of them."""
    draft = file.draft
    facts = (
        ("contract type", "contract", draft.contract),
        ("length of the contract", "contract_length", draft.contract_length),
        ("hours", "hours", draft.hours),
        ("place", "place", draft.place),
    )
    missing = [
        (name, field)
        for name, field, value in facts
        if not value and (field != "contract_length" or draft.contract in LIMITED)
    ]
    if file.advert.is_started and missing:
        names = ", ".join(name for name, _ in missing)
        first, field = missing[0]
        yield noted(RULE, at("post", first.capitalize(), field), about=names, missing=names)
