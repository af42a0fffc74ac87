"""No two dates of a vacancy’s plan contradict each other, whatever is entered or moved.

Routes, bands, nations, start dates, opening dates and moved dates are drawn at random.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import NATIONS
from tests.each import each
from tests.vacancies.planning.frozen.generated import BANDS, ROUTES
from tests.vacancies.planning.rules.plan import bare
from tests.vacancies.planning.shipped import groups, milestones
from vacancies.induction.rules.plan import plan
from vacancies.planning.rules.checklist import Situation
from vacancies.planning.rules.dating import dated, tailored
from vacancies.planning.rules.lines import lines
from vacancies.planning.rules.moving import move, propose
from vacancies.planning.rules.shipped_tasks import induction_tasks
from vacancies.planning.rules.standing import LATE, state_of
from vacancies.planning.rules.step import steps
from vacancies.planning.rules.timeline import anchors, clashes, filled
from vacancies.posts.rules import ALONE, MANAGES

TEMPLATE = milestones()
OFFSETS = {task.id: task.due for group in TEMPLATE for task in group.tasks}
OWN = {step.id for step in steps() if step.column}
STEPS = [step.id for step in steps() if not step.fact]


@st.composite
def files(draw):
    """Draw a file on the day it is opened: its dated timeline, its tasks, and that day."""
    opened = draw(st.dates(date(2026, 6, 1), date(2029, 1, 1)))
    nation, route = draw(st.sampled_from(sorted(NATIONS))), draw(st.sampled_from(ROUTES))
    whole = bare(route=route, nation=nation)
    needed_by = opened + timedelta(days=draw(st.integers(0, 400)))
    found = propose(whole, needed_by, opened, opened=opened)
    days = {row.step.id: row.day for row in found.rows}
    if draw(st.booleans()):
        # Only some dates are stored, as when a vacancy has only its own four.
        kept = draw(st.sets(st.sampled_from(sorted(OWN)), min_size=1))
        days = {code: day if code in kept else None for code, day in days.items()}
    whole = whole.on(days)
    moved = draw(st.sampled_from([row.id for row in whole.rows]))
    day = whole.row(moved).day
    if day:
        wanted = day + timedelta(days=draw(st.integers(-40, 60)))
        found = move(whole, moved, wanted)
        whole = whole.on({change.step.id: change.day for change in found.changes})
    whole = filled(whole, opened)
    situation = Situation(
        band=draw(st.sampled_from(BANDS)),
        route=route,
        traits=frozenset(draw(st.sets(st.sampled_from([MANAGES, ALONE])))),
        nation=nation,
        anchors=anchors(whole),
        opened=opened,
    )
    return whole, dated(tailored(TEMPLATE, situation), situation), opened


@given(files())
def test_no_two_dates_contradict_each_other(file):
    whole, by_milestone, opened = file
    first = whole.worked.next_working_day(opened)  # a file may be opened on a bank holiday
    day = {row.id: row.day for row in whole.rows}
    assert clashes(whole) == ()
    assert all(day.values())
    for group in by_milestone:
        for task in group.tasks:
            row = whole.row(group.id)
            above = [one.day for one in whole.above(group.id)]
            below = [day[one.id] for one in whole.rows if one.step.after == group.id]
            if OFFSETS[task.id] <= 0:
                assert task.due <= max(row.day, first), (task.id, "after its milestone")
                assert task.due >= max(above, default=date.min), (task.id, "before the one above")
            else:
                assert task.due >= row.day, (task.id, "before its milestone")
                assert task.due <= max(min(below, default=date.max), first), (task.id, "too late")


@each("more", [{}, {"probation-second": date(2027, 7, 20)}])
@each("start", [date(2027, 4, 1), date(2027, 4, 3), date(2027, 5, 31)])
def test_meetings_of_probation_that_nobody_set_are_on_the_day_of_the_induction(start, more):
    """Also where the person starts at a weekend or on a bank holiday."""
    opened = date(2027, 1, 4)
    whole = filled(bare().on({"starts": start, **more}), opened)
    tasks = {task.id: task.due for task in plan(groups(), Situation(start=start)).tasks}
    days = {row.id: row.day for row in whole.rows if row.assumed}
    same = {one.step: tasks[one.id] for one in induction_tasks().tasks if one.step in days}
    assert len(same) == 3 - len(more)
    assert same == {code: days[code] for code in same}


@each("opened", [date(2027, 1, 2), date(2027, 4, 2)])
def test_a_file_opened_on_a_day_off_has_no_task_and_assumes_no_milestone_on_it(opened):
    whole = filled(bare().on({"interview": opened + timedelta(days=10)}), opened)
    about = Situation(route="permanent", anchors=anchors(whole), opened=opened)
    days = [one.due for group in dated(tailored(TEMPLATE, about), about) for one in group.tasks]
    days += [row.day for row in whole.rows if row.assumed and not row.step.fact]
    assert len(days) > 40
    assert [day for day in days if not whole.worked.is_working_day(day)] == []


@given(files())
def test_nothing_is_late_on_the_day_a_file_is_opened(file):
    whole, by_milestone, opened = file
    assert not [one.row.id for one in lines(whole, opened, opened) if one.state == LATE]
    assert not [
        task.id for group in by_milestone for task in group.tasks if state_of(task, opened) == LATE
    ]


def test_an_advert_that_closes_on_the_day_the_file_is_opened_contradicts_nothing_assumed():
    today = date(2026, 6, 1)
    whole = filled(bare().on({"closes": today}), today)
    assert whole.row("opens").day == today
    assert clashes(whole) == ()
