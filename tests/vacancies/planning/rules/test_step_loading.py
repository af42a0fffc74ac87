"""The shipped steps."""

import pytest

from vacancies.models import Vacancy
from vacancies.planning.rules.step import UNITS, Planned, steps
from vacancies.planning.rules.timeline import timeline

COLUMNS = ["opens_on", "closes_on", "interview_on", "starts_on"]


def test_every_step_hangs_on_one_before_it_and_says_where_its_days_come_from():
    ids = [step.id for step in steps()]
    assert len(set(ids)) == len(ids) >= 15
    assert [step.id for step in steps() if not step.after] == [ids[0]]
    assert timeline(Planned(step) for step in steps()).goal.step.column == "starts_on"
    for step in steps():
        assert step.unit in UNITS
        assert step.source
        assert step.who


def test_the_vacancys_own_dates_are_steps_in_their_order():
    assert [step.column for step in steps() if step.column] == COLUMNS


def test_no_number_of_days_is_claimed_that_was_not_read():
    assert not any(step.confirmed for step in steps())


def test_contracts_that_a_step_is_not_for_are_contracts_and_the_vacancys_dates_stay():
    for step in steps():
        assert set(step.not_routes) <= set(Vacancy.Contract.values)
        assert not (step.not_routes and step.stays)


def test_a_step_cannot_hang_on_a_later_one():
    with pytest.raises(ValueError, match=steps()[-1].id):
        timeline(Planned(step) for step in reversed(steps()))
