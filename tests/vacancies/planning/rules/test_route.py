"""Steps that a contract does not need."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import WorkingDays
from tests.each import each
from tests.vacancies.planning.rules.plan import bare, proposal
from vacancies.models import Vacancy
from vacancies.planning.rules.moving import move
from vacancies.planning.rules.step import Planned, steps
from vacancies.planning.rules.timeline import Timeline, clashes, filled, for_route, of_own_dates

VOLUNTEER = ["channels", "opens", "closes", "interview", "feedback", "checks", "starts"]
PLACEMENT = [step for step in VOLUNTEER if step != "checks"]
UNPAID = {"volunteer": VOLUNTEER, "work-experience": PLACEMENT}


def ids(found):
    return [row.id for row in found.rows]


def hung(found, step_id):
    """Return the step that a step depends on, and the days between them."""
    step = found.row(step_id).step
    return step.after, step.days


@each("route", UNPAID)
def test_unpaid_routes_have_the_steps_they_need(route):
    assert ids(bare(route=route)) == UNPAID[route]


@each("route", ["", *sorted(set(Vacancy.Contract.values) - set(UNPAID))])
def test_a_paid_contract_and_one_not_decided_have_every_step_as_it_was(route):
    assert bare(route=route) == Timeline(tuple(map(Planned, steps())))


def test_what_follows_a_step_left_out_hangs_on_what_that_one_hung_on():
    found = bare(route="volunteer")
    # Two steps left out one after the other; the interviews keep their own days.
    assert hung(found, "interview") == ("closes", 5)
    assert hung(found, "feedback") == ("interview", 3)
    assert hung(found, "checks") == ("interview", 15)
    assert found.row("channels").step.after == ""
    # Nothing before it is left out.
    assert hung(found, "closes") == ("opens", 14)


def test_gap_days_count_where_what_a_step_hangs_on_is_left_out_and_nowhere_else():
    assert hung(bare(), "starts") == ("notice", 56)
    assert hung(bare(route="volunteer"), "starts") == ("checks", 21)
    assert hung(bare(route="work-experience"), "starts") == ("interview", 21)


def test_the_vacancys_own_dates_and_the_goal_are_never_left_out():
    asked = (Planned(replace(step, not_routes=("permanent",))) for step in steps())
    found = for_route(Timeline(tuple(asked)), "permanent")
    assert ids(found) == ["opens", "closes", "interview", "starts"]
    assert found.goal.id == "starts"


def test_dates_and_marks_of_the_steps_that_stay_are_as_they_were():
    days = {"approval": date(2027, 1, 4), "interview": date(2027, 3, 1)}
    found = bare(days, done=["interview"], proposed=days, route="volunteer")
    assert found.row("interview").day == found.row("interview").proposed == date(2027, 3, 1)
    assert found.row("interview").done


def test_a_date_of_a_step_left_out_stands_in_nobodys_way():
    days = {"closes": date(2027, 3, 1), "shortlist": date(2027, 3, 8)}
    earlier = date(2027, 3, 3)
    paid, unpaid = (bare(days, route=route) for route in ("permanent", "volunteer"))
    assert move(paid, "interview", earlier).problems
    assert not move(unpaid, "interview", earlier).problems


def test_what_hangs_on_a_step_moves_with_it_over_what_is_left_out():
    days = {"interview": date(2027, 3, 1), "checks": date(2027, 3, 22)}
    found = move(bare(days, route="volunteer"), "interview", date(2027, 3, 2))
    assert {change.step.id for change in found.changes} == {"interview", "checks"}


def test_the_first_step_that_is_left_is_planned_unless_it_is_a_fact():
    found = proposal(date(2027, 9, 6), route="volunteer")
    assert found.rows[0].step.id == "channels"
    assert found.rows[0].day == found.rows[0].latest
    assert proposal(date(2027, 9, 6)).rows[0].day is None


def test_an_earliest_start_counts_no_step_that_is_left_out():
    today = date(2027, 5, 3)
    paid, unpaid = (
        proposal(date(2027, 5, 10), today, route=route).earliest_start
        for route in ("permanent", "work-experience")
    )
    assert today < unpaid < paid


@each(
    "days, wrong",
    [
        ({}, []),
        ({"opens_on": date(2027, 2, 1), "closes_on": date(2027, 2, 2)}, []),
        ({"closes_on": date(2027, 2, 2), "interview_on": date(2027, 2, 2)}, ["interview_on"]),
        ({"opens_on": date(2027, 2, 2), "starts_on": date(2027, 2, 1)}, ["starts_on"]),
    ],
)
def test_the_vacancys_own_dates_come_in_their_order_whichever_are_there(days, wrong):
    found = of_own_dates(days)
    assert ids(found) == ["opens", "closes", "interview", "starts"]
    assert [one.step.column for one in clashes(found)] == wrong


@given(
    st.dates(date(2025, 1, 1), date(2031, 12, 31)),
    st.dates(date(2025, 1, 1), date(2031, 12, 31)),
    st.sampled_from(["ENG", "SCT", "NIR"]),
    st.sampled_from(sorted(UNPAID)),
)
def test_every_proposed_day_is_worked_in_order_and_far_enough(needed_by, today, nation, route):
    found = proposal(needed_by, today, nation, route=route)
    worked = WorkingDays(nation)
    days = {row.step.id: row.day for row in found.rows}
    assert found.problems == clashes(bare(days, route=route)) == ()
    assert all(worked.is_working_day(day) and day >= today for day in days.values())
    for row in found.rows:
        if row.step.after:
            assert Timeline((), worked=worked).fits(
                days[row.step.after], row.step, days[row.step.id]
            )


def test_what_happens_by_itself_is_assumed_on_the_day_the_file_was_opened():
    opened = date(2026, 11, 28)
    whole = filled(bare({"opens": date(2027, 6, 1)}), opened)
    assert whole.row("resigned").day == opened
    assert opened < whole.row("approval").day < date(2027, 6, 1)
    assert all(row.day and row.assumed is (row.id != "opens") for row in whole.rows)
    soon = filled(bare({"opens": date(2026, 12, 1)}), opened)
    assert soon.row("approval").day == date(2026, 11, 30), "the next working day"
