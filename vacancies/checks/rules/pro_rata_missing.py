"""D2: a part-time post without the pay for its own hours. An unpaid route has none.

Source: Fair Museum Jobs manifesto, section 2.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.posts.rules import UNPAID
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import full_time_hours
from vacancies.rulebook.rules.pro_rata_missing import calls_itself_full_time

RULE = "D2"


def concerns(file: VacancyFile) -> bool:
    """Whether the post is paid, and part-time as far as its hours are known."""
    hours = file.draft.hours
    known = file.pay.full_time if file.pay else None
    week = float(known) if known else full_time_hours(file.nation, file.today, file.facts)
    full_time = hours is not None and (
        float(hours) >= week
        or calls_itself_full_time(Document(f"{file.advert.overview}\n\n{file.advert.working_here}"))
    )
    return file.draft.contract not in UNPAID and not full_time


def missing(file: VacancyFile) -> tuple[str, ...]:
    """Return that the hours are not given, while they are not: until then nobody knows."""
    return () if file.draft.hours is not None else ("hours",)


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, where there is a full-time figure and the hours are fewer."""
    if missing(file) or not concerns(file):
        return
    advert = file.advert
    if advert.is_started and advert.pay.strip() and not advert.pay_pro_rata.strip():
        place = at_field("pay_pro_rata")
        yield noted(RULE, place, about=f"{file.draft.hours}")
