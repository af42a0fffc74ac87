"""Moving a date moves the dates that depend on it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import WorkingDays, months_after
from tests.each import each
from tests.vacancies.planning.rules.plan import bare, taken_over
from vacancies.planning.rules.moving import move, step_aside
from vacancies.planning.rules.step import steps
from vacancies.planning.rules.timeline import clashes

ENGLAND, SCOTLAND = WorkingDays("ENG"), WorkingDays("SCT")
FOUR = {
    "opens": date(2027, 2, 1),
    "closes": date(2027, 2, 15),
    "interview": date(2027, 3, 1),
    "starts": date(2027, 6, 7),
}


def moved(timeline, step, day, **given):
    return {change.step.id: change.day for change in move(timeline, step, day, **given).changes}


def test_what_hangs_on_it_moves_by_as_many_days_and_the_rest_stays():
    assert moved(bare(FOUR), "closes", date(2027, 2, 22)) == {
        "closes": date(2027, 2, 22),
        "interview": date(2027, 3, 8),
        "starts": date(2027, 6, 14),
    }


def test_it_says_from_which_day_to_which():
    change = move(bare(FOUR), "starts", date(2027, 6, 8)).changes[0]
    assert (change.before, change.day) == (date(2027, 6, 7), date(2027, 6, 8))


def test_two_steps_on_one_day_stay_on_one_day():
    together = {"closes": date(2027, 2, 15), "shortlist": date(2027, 2, 15)}
    assert set(moved(bare(together), "closes", date(2027, 2, 16)).values()) == {date(2027, 2, 16)}


def test_the_final_review_moves_with_the_start_to_the_end_of_its_month_five():
    days = moved(taken_over(date(2027, 6, 7)), "starts", date(2027, 7, 5))
    assert days["probation-passed"] == date(2027, 12, 3)


def test_the_final_review_stays_where_only_the_second_meeting_moves():
    timeline = taken_over(date(2027, 6, 7))
    second = timeline.row("probation-second").day
    assert "probation-passed" not in moved(timeline, "probation-second", second + timedelta(days=7))


def test_done_dates_stay():
    days = moved(bare(FOUR, done=["interview"]), "closes", date(2027, 2, 16))
    assert days == {"closes": date(2027, 2, 16), "starts": date(2027, 6, 8)}


def test_dates_set_by_hand_stay_where_asked():
    days = moved(bare(FOUR), "closes", date(2027, 2, 16), keep_by_hand=True)
    assert days == {"closes": date(2027, 2, 16)}


@pytest.mark.parametrize(
    ("step", "day", "given", "above"),
    [
        ("interview", date(2027, 2, 12), {}, "closes"),
        ("interview", date(2027, 2, 15), {}, "closes"),
        ("closes", date(2027, 3, 2), {"keep_by_hand": True}, "closes"),
    ],
    ids=["before what it hangs on", "on the same day", "behind what stays"],
)
def test_a_wrong_order_is_refused_and_named(step, day, given, above):
    found = move(bare(FOUR), step, day, **given)
    assert found.changes == ()
    assert [problem.above.id for problem in found.problems] == [above]


def test_behind_a_done_step_nothing_moves():
    found = move(bare(FOUR, done=["interview"]), "closes", date(2027, 3, 2))
    assert found.problems[0].step.id == "interview"


def test_an_order_that_was_wrong_before_can_be_mended():
    wrong = {**FOUR, "interview": date(2027, 2, 10)}
    assert moved(bare(wrong), "starts", date(2027, 6, 8)) == {"starts": date(2027, 6, 8)}
    assert moved(bare(wrong), "interview", date(2027, 3, 1))["interview"] == date(2027, 3, 1)


def test_a_first_date_and_one_taken_away_move_nothing_else():
    assert moved(bare(FOUR), "shortlist", date(2027, 2, 22)) == {"shortlist": date(2027, 2, 22)}
    assert moved(bare(FOUR), "closes", None) == {"closes": None}
    assert moved(bare(FOUR), "closes", FOUR["closes"]) == {}


@each(
    "nation, opens, interview",
    [
        # A week on, the interviews would be on Easter Monday 2027.
        ("ENG", date(2027, 2, 8), date(2027, 3, 30)),
        ("SCT", date(2027, 2, 8), date(2027, 3, 29)),
    ],
)
def test_over_easter(nation, opens, interview):
    timeline = bare({**FOUR, "interview": date(2027, 3, 22)}, nation=nation)
    days = moved(timeline, "opens", opens)
    assert days["interview"] == interview


def test_over_christmas_two_dates_stay_apart():
    # 23 and 24 December move by four days: both would land on 29 December.
    timeline = bare({"closes": date(2026, 12, 23), "interview": date(2026, 12, 24)})
    days = moved(timeline, "closes", date(2026, 12, 29))
    assert days == {"closes": date(2026, 12, 29), "interview": date(2026, 12, 30)}


@each("friday", [date(2027, 3, 19), date(2027, 10, 29)])
def test_a_day_later_over_the_night_the_clocks_change(friday):
    monday = friday + timedelta(days=3)
    assert step_aside(friday, 1, ENGLAND) == monday
    assert step_aside(monday, -1, ENGLAND) == friday


def test_a_day_later_passes_over_easter():
    thursday, tuesday = date(2027, 3, 25), date(2027, 3, 30)
    assert step_aside(thursday, 1, ENGLAND) == tuesday
    assert step_aside(tuesday, -1, ENGLAND) == thursday
    assert step_aside(thursday, 1, SCOTLAND) == date(2027, 3, 29)


def test_a_start_on_the_29th_of_february():
    leap = {**FOUR, "starts": date(2028, 2, 29), "probation-first": date(2028, 3, 28)}
    days = moved(bare(leap), "starts", date(2028, 3, 1))
    assert days == {"starts": date(2028, 3, 1), "probation-first": date(2028, 3, 29)}


@given(
    st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    st.sampled_from([step.id for step in steps() if step.after]),
    st.integers(-40, 40),
    st.sampled_from(["ENG", "SCT", "NIR"]),
)
def test_moving_never_reorders_and_ends_on_working_days(needed_by, step, days, nation):
    timeline, worked = taken_over(needed_by, nation), WorkingDays(nation)
    to = worked.next_working_day(timeline.row(step).day + timedelta(days=days))
    found = move(timeline, step, to)
    after = timeline.on({change.step.id: change.day for change in found.changes})
    assert clashes(after) == ()
    assert found.problems or after.row(step).day == to
    assert all(worked.is_working_day(change.day) for change in found.changes)
    for row in after.below(step):
        for above in after.above(row.id):
            if above.day and timeline.row(above.id).day < timeline.row(row.id).day:
                assert above.day < row.day or above.id not in {c.step.id for c in found.changes}


@given(
    st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    st.lists(st.integers(-20, 20), min_size=1, max_size=8),
    st.sampled_from(["ENG", "SCT", "NIR"]),
)
def test_however_the_start_moves_the_final_review_stays_within_five_months(by, moves, nation):
    timeline = taken_over(by, nation)
    for days in moves:
        start = timeline.row("starts").day + timedelta(days=days)
        found = move(timeline, "starts", start)
        timeline = timeline.on({change.step.id: change.day for change in found.changes})
        final = timeline.row("probation-passed").day
        assert final <= months_after(timeline.row("starts").day, 5)


def test_a_final_review_that_somebody_set_later_moves_by_as_many_days():
    later = {"starts": date(2027, 6, 7), "probation-passed": date(2027, 12, 6)}
    assert moved(bare(later), "starts", date(2027, 6, 14)) == {
        "starts": date(2027, 6, 14),
        "probation-passed": date(2027, 12, 13),
    }
