"""The final probation review: in time before protection from unfair dismissal at six months.

Sources: Browne Jacobson and Burtons Solicitors on the Employment Rights Act 2025, read on
28 November 2026; the house rule is the end of month five, so that notice can still run.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kls_portal.calendar.working_days import NATIONS, bank_holidays, months_after
from kls_portal.documents.calendar_file import calendar_ics
from vacancies.induction.exports.calendar import checklist_calendar, checklist_series
from vacancies.induction.rules.layers import Change, Layer, layered
from vacancies.induction.rules.loading import groups, roles
from vacancies.induction.rules.plan import plan
from vacancies.planning.rules.checklist import Situation

FINAL, SECOND, MONTHS = "S1", "T1", 5
STARTS = st.dates(date(2024, 1, 1), date(2040, 12, 31))
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)
SITUATION = Situation(role="Librarian", band="5", start=date(2027, 1, 4))


def due(situation, code=FINAL, template=None):
    found = plan(template or groups(), situation).tasks
    return next(task.due for task in found if task.id == code)


@given(
    start=STARTS,
    weekdays=WEEKDAYS,
    nation=st.sampled_from(list(NATIONS)),
    role=st.sampled_from([role.slug for role in roles()]),
)
def test_it_is_within_five_months_on_a_day_the_starter_works(start, weekdays, nation, role):
    situation = replace(SITUATION, start=start, weekdays=weekdays, nation=nation, role_slug=role)
    day = due(situation)
    assert day <= months_after(start, MONTHS)
    assert day.weekday() in weekdays
    assert day not in bank_holidays(nation, day.year)
    assert day >= due(situation, SECOND)


@pytest.mark.parametrize("start", [date(2027, 1, 4), date(2026, 12, 25), date(2028, 2, 29)])
def test_who_works_full_time_has_it_in_month_five(start):
    assert months_after(start, MONTHS - 1) < due(replace(SITUATION, start=start))


def test_an_organisation_that_sets_a_day_of_its_own_has_that_day():
    own = layered(groups(), Layer((Change(FINAL, due=130),)))
    assert due(SITUATION, template=own) > months_after(SITUATION.start, MONTHS)
    other_words = layered(groups(), Layer((Change(FINAL, text="Decide"),)))
    assert due(SITUATION, template=other_words) == due(SITUATION)


def test_outcomes_are_reviewed_before_the_decision():
    assert due(SITUATION, "S3") <= due(SITUATION)


@pytest.mark.parametrize("start", [date(2027, 1, 5), date(2028, 2, 29)])
def test_the_calendar_file_has_the_same_day(start):
    situation = replace(SITUATION, start=start, weekdays=frozenset({0}))
    made = plan(groups(), situation)
    series = checklist_series(made, "v", datetime(2026, 11, 28, tzinfo=UTC))
    content = calendar_ics(checklist_calendar(made, series))
    events = {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}
    assert events[f"v-{FINAL}@kls-portal"]["DTSTART"].dt == due(situation)
