"""Spacing of steps over Christmas, Easter and both clock changes, in three nations."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import WorkingDays
from tests.each import each
from vacancies.planning.rules.step import steps
from vacancies.planning.rules.timeline import Timeline
from vacancies.rulebook.closing import days_needed

STEP = {step.id: step for step in steps()}
NATIONS = st.sampled_from(["ENG", "SCT", "NIR"])
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def spacing(nation="ENG"):
    return Timeline((), worked=WorkingDays(nation))


@each(
    "nation, before, earliest",
    [
        # Five working days over Christmas 2026: 25 and 28 are holidays (substitute for the 26th).
        ("ENG", date(2026, 12, 21), date(2026, 12, 30)),
        ("NIR", date(2026, 12, 21), date(2026, 12, 30)),
        ("SCT", date(2026, 12, 21), date(2026, 12, 30)),
        # Over the turn of the year Scotland has 4 January too (2 January 2027 is a Saturday).
        ("ENG", date(2026, 12, 29), date(2027, 1, 6)),
        ("SCT", date(2026, 12, 29), date(2027, 1, 7)),
        # Easter 2027: Good Friday 26 March, Easter Monday 29 March, which Scotland works.
        ("ENG", date(2027, 3, 22), date(2027, 3, 31)),
        ("SCT", date(2027, 3, 22), date(2027, 3, 30)),
        # 17 March is a holiday in Northern Ireland alone.
        ("NIR", date(2027, 3, 15), date(2027, 3, 23)),
        ("ENG", date(2027, 3, 15), date(2027, 3, 22)),
        # The clocks change on 28 March and 31 October 2027; a day is a day.
        ("ENG", date(2027, 10, 29), date(2027, 11, 5)),
        ("SCT", date(2027, 10, 29), date(2027, 11, 5)),
    ],
)
def test_five_working_days(nation, before, earliest):
    shortlist = STEP["shortlist"]
    assert shortlist.days == 5
    assert spacing(nation).earliest(before, shortlist) == earliest
    assert spacing(nation).latest(shortlist, earliest) == before


@each(
    "opens, closes",
    [
        (date(2027, 2, 1), date(2027, 2, 15)),
        # 14 days would end in July: 21.
        (date(2027, 6, 21), date(2027, 7, 12)),
        (date(2027, 6, 14), date(2027, 6, 28)),
        (date(2027, 8, 31), date(2027, 9, 21)),
        (date(2027, 9, 1), date(2027, 9, 15)),
        # Over Christmas 21, and then the next working day.
        (date(2026, 12, 4), date(2026, 12, 29)),
        (date(2027, 1, 5), date(2027, 1, 26)),
        (date(2027, 1, 6), date(2027, 1, 20)),
    ],
)
def test_an_advert_stays_open_14_days_and_21_over_summer_and_the_festive_season(opens, closes):
    assert spacing().earliest(opens, STEP["closes"]) == closes


def test_an_advert_opens_in_time():
    # 19 days that touch July are too few; 21 are enough.
    assert spacing().latest(STEP["closes"], date(2027, 7, 5)) == date(2027, 6, 14)
    assert spacing().latest(STEP["closes"], date(2027, 6, 30)) == date(2027, 6, 16)


@given(DAYS, st.sampled_from(steps()[1:]), NATIONS)
def test_backwards_then_forwards_agree(day, step, nation):
    found = spacing(nation)
    before = found.latest(step, day)
    assert found.worked.is_working_day(before)
    assert found.fits(before, step, day)
    # It is the latest: no later working day fits.
    later = found.worked.next_working_day(before + timedelta(days=1))
    while later <= day:
        assert not found.fits(later, step, day)
        later = found.worked.next_working_day(later + timedelta(days=1))


@given(DAYS, st.sampled_from(steps()[1:]), NATIONS)
def test_what_is_earliest_fits_and_falls_on_a_working_day(before, step, nation):
    found = spacing(nation)
    day = found.earliest(before, step)
    assert found.worked.is_working_day(day)
    assert found.fits(before, step, day)


@given(DAYS, NATIONS)
def test_an_advert_that_fits_has_the_days_the_rule_wants(opens, nation):
    closes = spacing(nation).earliest(opens, STEP["closes"])
    assert (closes - opens).days >= days_needed(opens, closes)


def test_a_step_without_days_may_share_a_day():
    at_once = replace(STEP["offer"], days=0)
    assert spacing().earliest(date(2027, 2, 1), at_once) == date(2027, 2, 1)
    assert spacing().latest(at_once, date(2027, 2, 1)) == date(2027, 2, 1)


@each("step", steps())
def test_at_the_ends_of_the_calendar_it_stops_there(step):
    assert spacing().earliest(date.max, step) == date.max
    assert spacing().latest(step, date.min) == date.min
