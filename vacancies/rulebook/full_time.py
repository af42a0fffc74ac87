"""How many hours a week are full time: the numbers of rule D2, by nation.

Sources: 37.5 hours are those of the NHS terms. Scotland has had 36 since 1 April 2026 (Scottish
Government, Fairer Scotland Duty assessment; NHS Lanarkshire, Reduced working week; both read on
28 November 2026).
"""

from datetime import date

from vacancies.rulebook.rulebook import rule

RULE = "D2"
SCOTLAND = "SCT"
SHORTER_WEEK_FROM = date(2026, 4, 1)


def full_time_hours(nation: str = "") -> float:
    """Return the hours of a full week. nation: a key of NATIONS.

    "" is for a text that does not say where it belongs: the fewest hours that are full time
    anywhere, so that no full week is taken for part of one.
    """
    numbers = rule(RULE).parameters
    if nation:
        return numbers["full_time_hours_scotland" if nation == SCOTLAND else "full_time_hours"]
    return min(numbers.values())
