"""Dates calculated backwards from the day by which somebody is needed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import WorkingDays, months_after
from tests.each import each
from tests.vacancies.planning.rules.plan import bare, proposal
from vacancies.planning.rules.moving import BY_HAND, DONE, PASSED
from vacancies.planning.rules.timeline import Timeline, clashes

DAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))
NATIONS = st.sampled_from(["ENG", "SCT", "NIR"])
SPINE = ("approval", "job-description", "panel", "channels", "opens", "closes", "shortlist")
SPINE += ("questions", "interview", "offer", "checks", "notice", "starts")


def days_of(found):
    return {row.step.id: row.day for row in found.rows}


def test_the_last_possible_days_for_a_start_after_summer():
    days = days_of(proposal(date(2027, 9, 6)))
    assert days["starts"] == date(2027, 9, 6)
    # Eight weeks of notice, and 12 July 2027 is a holiday in Northern Ireland alone.
    assert days["notice"] == date(2027, 7, 12)
    assert days_of(proposal(date(2027, 9, 6), nation="NIR"))["notice"] == date(2027, 7, 9)
    assert days["resigned"] is None
    assert days["probation-passed"] > days["probation-second"] > days["starts"]


@each(
    "nation, opens, closes",
    [
        # Open over Christmas: 21 days, not 14. Scotland does not work on 4 January 2027.
        ("ENG", date(2026, 12, 10), date(2026, 12, 31)),
        ("SCT", date(2026, 12, 9), date(2026, 12, 30)),
        ("NIR", date(2026, 12, 10), date(2026, 12, 31)),
    ],
)
def test_an_advert_over_christmas(nation, opens, closes):
    shortlist = {"shortlist": date(2027, 1, 8)}
    days = days_of(proposal(date(2027, 4, 30), nation=nation, days=shortlist))
    assert (days["opens"], days["closes"]) == (opens, closes)


def test_easter_takes_two_days_more_in_england_than_in_scotland():
    # A shortlist just before the Easter of 2027, between 26 and 29 March.
    interview = {"interview": date(2027, 4, 1)}
    england, scotland = (
        days_of(proposal(date(2027, 8, 30), nation=nation, days=interview))["questions"]
        for nation in ("ENG", "SCT")
    )
    assert (england, scotland) == (date(2027, 3, 23), date(2027, 3, 24))


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
@pytest.mark.parametrize("nation", ["ENG", "SCT", "NIR"])
def test_a_start_on_the_sunday_the_clocks_change_is_the_friday_before(day, nation):
    friday = day - timedelta(days=2)
    starts = days_of(proposal(day, nation=nation))["starts"]
    # 26 March 2027 is Good Friday, everywhere.
    assert starts == (friday if day.month == 10 else friday - timedelta(days=1))


def test_done_dates_stay_and_what_comes_before_them_is_passed():
    done = {"opens": date(2027, 1, 11)}
    found = proposal(date(2027, 9, 6), date(2027, 1, 12), days=done, done=["opens"])
    why = {row.step.id: row.why for row in found.rows}
    assert why["opens"] == DONE
    assert why["channels"] == PASSED
    assert days_of(found)["opens"] == date(2027, 1, 11)
    assert days_of(found)["channels"] is None
    assert found.first_late is None


def test_dates_set_by_hand_stay_unless_they_may_move():
    by_hand = {"interview": date(2027, 3, 3)}
    found = proposal(date(2027, 9, 6), days=by_hand)
    assert {row.why for row in found.rows if row.step.id == "interview"} == {BY_HAND}
    assert days_of(found)["questions"] < date(2027, 3, 3)
    moved = proposal(date(2027, 9, 6), days=by_hand, move_by_hand=True)
    assert days_of(moved)["interview"] != date(2027, 3, 3)


def test_a_date_that_was_proposed_is_not_by_hand():
    day = {"interview": date(2027, 3, 3)}
    assert (
        days_of(proposal(date(2027, 9, 6), days=day, proposed=day))["interview"] > day["interview"]
    )


def test_too_late_says_when_the_advert_would_have_had_to_open():
    today = date(2027, 5, 3)
    found = proposal(date(2027, 6, 1), today)
    assert found.first_late.step.id == "opens"
    assert found.first_late.latest < today < found.first_late.day
    assert found.earliest_start == days_of(found)["starts"]
    assert found.days_late == (found.earliest_start - date(2027, 6, 1)).days > 0


def test_what_comes_before_a_date_set_by_hand_is_squeezed_and_said():
    today, opens = date(2027, 3, 1), {"opens": date(2027, 3, 10)}
    found = proposal(date(2027, 9, 6), today, days=opens)
    days = days_of(found)
    assert found.problems == ()
    assert days["approval"] == days["channels"] == date(2027, 3, 10)
    assert "channels" in {row.step.id for row in found.rows if row.is_short}


def test_what_follows_a_resignation_gets_its_days_too():
    today = date(2026, 11, 30)
    found = proposal(date(2027, 3, 1), today)
    assert days_of(found)["resigned"] is None
    assert days_of(found)["approval"] == date(2026, 12, 14)
    assert found.earliest_start == days_of(found)["starts"]
    known = {"approval": date(2026, 11, 2)}
    assert proposal(date(2027, 9, 6), today, days=known, done=["approval"]).problems == ()


def test_a_start_set_by_hand_does_not_hide_that_the_time_is_too_short():
    found = proposal(date(2027, 6, 1), date(2027, 5, 3), days={"starts": date(2027, 6, 1)})
    assert days_of(found)["starts"] == date(2027, 6, 1)
    assert found.earliest_start > date(2027, 8, 1)
    assert found.days_late > 60


def test_a_date_set_by_hand_that_stands_in_the_way_is_named():
    over = {"interview": date(2027, 3, 3)}
    found = proposal(date(2027, 9, 6), date(2027, 3, 8), days=over)
    # Nothing is done, so the shortlist cannot be ready before these interviews.
    assert found.problems[-1].step.id == "interview"
    assert proposal(date(2027, 9, 6), date(2027, 3, 8), days=over, move_by_hand=True).changes


def test_somebody_who_has_started_is_not_late():
    started = proposal(date(2027, 9, 6), days={"starts": date(2027, 9, 13)}, done=["starts"])
    assert started.earliest_start is None
    assert started.days_late == 0
    assert days_of(started)["probation-first"] > date(2027, 9, 13)


@given(DAYS, NATIONS)
def test_backwards_then_forwards_agree(needed_by, nation):
    """Each step of the proposal leaves time for the next one, and the last is in time."""
    spacing = Timeline((), worked=WorkingDays(nation))
    days = days_of(proposal(needed_by, nation=nation))
    timeline = bare()
    for one in SPINE[1:]:
        step = timeline.row(one).step
        assert spacing.fits(days[step.after], step, days[one])
    assert days["starts"] <= needed_by
    assert needed_by - days["starts"] <= timedelta(days=5)


@given(DAYS, DAYS, NATIONS)
def test_every_proposed_day_is_worked_not_over_and_in_order(needed_by, today, nation):
    found = proposal(needed_by, today, nation)
    worked = WorkingDays(nation)
    for row in found.rows:
        if row.day:
            assert worked.is_working_day(row.day)
            assert row.day >= today
    assert found.problems == ()
    assert clashes(bare(days_of(found))) == ()


@given(DAYS, NATIONS, st.integers(0, 200))
def test_the_final_review_is_within_five_months_of_the_start(needed_by, nation, late):
    """However late the second meeting was held, provided that it was within five months."""
    days = days_of(proposal(needed_by, nation=nation))
    assert days["probation-passed"] <= months_after(days["starts"], 5)
    held = WorkingDays(nation).next_working_day(days["probation-second"] + timedelta(days=late))
    given = {**days, "probation-second": held, "probation-passed": None}
    then = days_of(proposal(needed_by, nation=nation, days=given, done=["probation-second"]))
    limit = WorkingDays(nation).last_working_day(months_after(days["starts"], 5))
    assert held <= then["probation-passed"]
    assert then["probation-passed"] <= limit or held > limit
