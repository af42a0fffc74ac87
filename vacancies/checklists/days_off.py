"""Why a day is no working day, in words."""

from datetime import date

from vacancies.checklists.working_days import HOLIDAYS_OF, WorkingDays, bank_holidays


def why_not_worked(day: date, nation: str) -> str:
    """Return words such as "a Saturday" or "a bank holiday in Scotland"; "" for a working day.

    Source of the holidays: see `working_days`. nation: a key of NATIONS.
    """
    if day in bank_holidays(nation, day.year):
        return f"a bank holiday in {HOLIDAYS_OF[nation]}"
    return "" if WorkingDays(nation).is_working_day(day) else f"a {day:%A}"
