"""D2: a part-time post without the pay for its own hours. An unpaid route has none.

Source: Fair Museum Jobs manifesto, section 2.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.rulebook import rule
from vacancies.checks.vacancy_file import VacancyFile, at, noted
from vacancies.drafting.routes import UNPAID

RULE = "D2"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, where there is a full-time figure and the hours are fewer."""
    if file.draft.contract in UNPAID:
        return
    hours, advert = file.draft.hours, file.advert
    part_time = hours is not None and float(hours) < rule(RULE).parameters["full_time_hours"]
    if advert.is_started and advert.pay.strip() and part_time and not advert.pay_pro_rata.strip():
        place = at("advert", "Pay for the hours of this post", "pay_pro_rata")
        yield noted(RULE, place, about=f"{hours}")
