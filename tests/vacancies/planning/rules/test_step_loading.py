"""The shipped steps."""

from tests.vacancies.planning.rules.plan import bare
from vacancies.models import Vacancy
from vacancies.planning.rules.step import UNITS, steps

COLUMNS = ["opens_on", "closes_on", "interview_on", "starts_on"]


def test_every_step_hangs_on_one_before_it_and_says_where_its_days_come_from():
    ids = [step.id for step in steps()]
    assert len(set(ids)) == len(ids) >= 15
    assert [step.id for step in steps() if not step.after] == [ids[0]]
    assert bare().goal.step.column == "starts_on"
    for place, step in enumerate(steps()):
        assert step.after in ["", *ids[:place]]
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
