"""The final probation review of an induction is due on the clock's date."""

import re
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kls_portal.calendar.working_days import NATIONS, bank_holidays, months_after
from kls_portal.documents.calendar_file import calendar_ics
from kls_portal.documents.document import Grid
from kls_portal.in_words import short_date
from tests.each import each
from tests.vacancies.planning.rules.plan import NO_TASKS, taken_over
from tests.vacancies.planning.shipped import groups
from vacancies.induction.exports.checklist import checklist_calendar, checklist_series
from vacancies.induction.rules.plan import plan, probation_in, roles
from vacancies.planning.rules.checklist import Situation
from vacancies.planning.rules.layers import Change, Layer, layered
from vacancies.planning.rules.lines import lines, parts
from vacancies.planning.rules.probation import Law, Terms, clock
from vacancies.planning.rules.probation_words import Probation, probation_on
from vacancies.recruiting.exports.plan import plan_document, vacancy_calendar
from vacancies.recruiting.rules.advert_plan import AdvertPlan

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


@each("start", [date(2027, 1, 4), date(2026, 12, 25), date(2028, 2, 29)])
def test_who_works_full_time_has_it_in_month_five(start):
    assert months_after(start, MONTHS - 1) < due(replace(SITUATION, start=start))


def test_an_organisation_that_sets_a_day_of_its_own_has_that_day():
    own = layered(groups(), Layer((Change(FINAL, due=130),)))
    assert due(SITUATION, template=own) > months_after(SITUATION.start, MONTHS)
    other_words = layered(groups(), Layer((Change(FINAL, text="Decide"),)))
    assert due(SITUATION, template=other_words) == due(SITUATION)


def test_outcomes_are_reviewed_before_the_decision():
    assert due(SITUATION, "S3") <= due(SITUATION)


@each("start", [date(2027, 1, 5), date(2028, 2, 29)])
def test_the_calendar_file_has_the_same_day(start):
    situation = replace(SITUATION, start=start, weekdays=frozenset({0}))
    made = plan(groups(), situation)
    series = checklist_series(made, "v")
    content = calendar_ics(checklist_calendar(made, series))
    events = {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}
    assert events[f"v-{FINAL}@kls-portal"]["DTSTART"].dt == due(situation)


STEP = "probation-passed"
FINAL_GROUP = [replace(g, tasks=tuple(t for t in g.tasks if t.id == FINAL)) for g in groups()]
SAMPLE = [date(2026, 7, 1) + timedelta(days=n * 1644 // 29) for n in range(30)]


def first_day(made, name):
    events = Calendar.from_ical(calendar_ics(made)).walk("VEVENT")
    return next(event["DTSTART"].dt for event in events if name in event["UID"])


def test_thirty_starts_have_the_clocks_day_in_plan_and_calendar():
    for number, start in enumerate(SAMPLE):
        weekdays = frozenset({number % 7, number % 5})
        nation = list(NATIONS)[number % 4]
        found = plan(FINAL_GROUP, replace(SITUATION, start=start, weekdays=weekdays, nation=nation))
        review = clock(start, nation, weekdays).final_review
        assert found.tasks[0].due == review
        made = checklist_calendar(found, checklist_series(found, "v"))
        assert first_day(made, FINAL) == review


def test_thirty_starts_have_it_in_the_timeline_its_calendar_and_its_document():
    for number, needed in enumerate(SAMPLE):
        nation = list(NATIONS)[number % 4]
        whole = taken_over(needed, nation)
        review = clock(whole.goal.day, nation).final_review
        final = [line for line in lines(whole, needed) if line.row.id == STEP]
        assert final[0].row.day == review
        calendar = vacancy_calendar("P", "v", 1, lines=final, tasks=NO_TASKS, advert=AdvertPlan())
        assert first_day(calendar, STEP) == review
        about = {"title": "P", "organisation": "", "probation": probation_on(whole)}
        document = plan_document(parts(final, (), needed), NO_TASKS, needed, **about)
        assert len(document.notices) == 1
        steps, days = (part for part in document.parts if isinstance(part, Grid))
        assert steps.rows[0][1] == short_date(review)
        assert ("Final review", short_date(review)) in [row[:2] for row in days.rows]


def probation(terms: Terms, **own) -> Probation:
    template = layered(groups(), Layer((Change(FINAL, **own),))) if own else groups()
    situation = replace(SITUATION, terms=terms)
    return probation_in(plan(template, situation), situation)


def test_a_policy_of_six_months_is_a_conflict_and_moves_nothing():
    ours, policy = probation(Terms()), probation(Terms(own_months=6))
    assert (len(ours.conflicts), len(policy.conflicts)) == (0, 1)
    assert policy.review == ours.review
    assert {"3 July 2027", "18 June 2027"} <= set(dates_in(policy.conflicts[0]))


def test_an_organisations_own_day_past_month_five_is_a_conflict_and_stays():
    own = probation(Terms(), due=130)
    assert own.review > months_after(SITUATION.start, MONTHS)
    assert len(own.conflicts) == 1


def test_it_says_whose_figures_they_are_and_what_to_ask():
    ours, own = probation(Terms()), probation(Terms(own_months=5, own_notice_weeks=1))
    said = ["our own" in row.note for row in ours.rows if row.slug in ("ends", "notice")]
    assert said == [True, True]
    assert not any("our own" in row.note for row in own.rows)
    northern = replace(SITUATION, nation="NIR")
    there = probation_in(plan(groups(), northern), northern)
    assert len(there.keep_in_mind) == len(ours.keep_in_mind) + 1
    lapsed = probation(Terms(law=Law(is_lapsed=True)))
    assert len(lapsed.keep_in_mind) == len(ours.keep_in_mind) + 1
    assert {row.slug for row in lapsed.rows} == {"review", "ends"}
    late = probation(Terms(own_months=12, law=Law(is_lapsed=True)))
    assert late.conflicts == ()
    words = " ".join((*there.keep_in_mind, *probation(Terms(own_months=6)).conflicts))
    assert "HR" in words
    assert "dismiss" not in words.lower()


def test_a_volunteer_has_no_probation():
    situation = replace(SITUATION, traits=frozenset({"volunteer"}))
    assert probation_in(plan(groups(), situation), situation) is None


def dates_in(words: str) -> list[str]:
    return re.findall(r"\d{1,2} [A-Z][a-z]+ \d{4}", words)
