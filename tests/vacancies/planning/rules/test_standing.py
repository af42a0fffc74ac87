"""The status of a vacancy, over 1,000 vacancies drawn at random."""

from datetime import date, timedelta
from random import Random

from tests.vacancies.planning.frozen.generated import ROUTES
from tests.vacancies.planning.rules.plan import bare, taken_over
from vacancies.planning.rules.standing import coming, current_stage, next_step, stage_dates
from vacancies.planning.rules.step import steps
from vacancies.posts.rules import STAGES

STEPS = [step.id for step in steps()]
TODAY = date(2026, 11, 23)


def drawn(number: int):
    """Return a timeline with random contract, done steps and dates, even unordered or missing."""
    chance = Random(number)  # noqa: S311
    some = chance.random()
    done = {code for code in STEPS if chance.random() < some}
    days = {
        code: TODAY + timedelta(days=chance.randint(-60, 300))
        for code in STEPS
        if chance.random() < 0.8
    }
    return bare(days, done=done, route=chance.choice(ROUTES))


def is_open(timeline, row) -> bool:
    return not (row.done or row.step.fact or any(one.done for one in timeline.below(row.id)))


def test_next_step_is_the_earliest_undone_step_that_can_be_done():
    ends = 0
    for timeline in map(drawn, range(1_000)):
        undone = [row for row in timeline.rows if is_open(timeline, row)]
        can = [row for row in undone if not any(one in undone for one in timeline.above(row.id))]
        found = next_step(timeline)
        if not undone:
            ends += 1
            assert found is None
            continue
        assert found in can
        assert all((found.day or date.max) <= (row.day or date.max) for row in can)
        assert current_stage(timeline) == found.step.stage
    assert 0 < ends < 500


def test_every_vacancy_has_five_stages_and_done_ones_lack_nothing():
    for timeline in map(drawn, range(200)):
        found = stage_dates(timeline)
        assert [one.slug for one in found] == list(STAGES)
        left = {row.step.stage for row in timeline.rows if is_open(timeline, row)}
        assert {one.slug for one in found if one.left} == left
        assert not left & {one.slug for one in found if one.is_done}


def test_coming_holds_the_next_three_days_in_order():
    timeline = taken_over(date(2027, 6, 7))
    found = coming(timeline, date(2027, 1, 1))
    days = sorted(row.day for row in timeline.rows if row.day and row.day >= date(2027, 1, 1))
    assert [row.day for row in found] == days[:3]


def test_a_stage_that_a_contract_has_no_step_in_is_done_once_a_later_one_is_begun():
    timeline = bare({"opens": TODAY}, done={"opens"}, route="volunteer")
    assert {one.slug: one.is_done for one in stage_dates(timeline)}["describe"]
    assert not stage_dates(bare(route="volunteer"))[0].is_done
