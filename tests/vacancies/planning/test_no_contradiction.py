"""No two dates of a vacancy’s plan contradict each other, whatever is entered or moved.

Routes, bands, nations, start dates, opening dates and moved dates are drawn at random.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import NATIONS, WorkingDays
from tests.vacancies.planning.frozen.generated import BANDS, ROUTES
from tests.vacancies.planning.rules.plan import bare
from tests.vacancies.planning.shipped import milestones
from vacancies.planning.rules.checklist import Situation
from vacancies.planning.rules.dating import dated, tailored
from vacancies.planning.rules.lines import lines
from vacancies.planning.rules.moving import move, propose
from vacancies.planning.rules.standing import LATE, state_of
from vacancies.planning.rules.step import steps
from vacancies.planning.rules.timeline import Spacing, anchors, clashes, filled
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
    spacing = Spacing(WorkingDays(nation))
    whole = bare(route=route)
    needed_by = opened + timedelta(days=draw(st.integers(0, 400)))
    days = {
        row.step.id: row.day
        for row in propose(whole, needed_by, opened, spacing, opened=opened).rows
    }
    if draw(st.booleans()):
        # Only some dates are stored, as when a vacancy has only its own four.
        kept = draw(st.sets(st.sampled_from(sorted(OWN)), min_size=1))
        days = {code: day if code in kept else None for code, day in days.items()}
    whole = whole.on(days)
    moved = draw(st.sampled_from([row.id for row in whole.rows]))
    day = whole.row(moved).day
    if day:
        wanted = day + timedelta(days=draw(st.integers(-40, 60)))
        found = move(whole, moved, wanted, spacing.worked)
        whole = whole.on({change.step.id: change.day for change in found.changes})
    whole = filled(whole, spacing, opened)
    situation = Situation(
        band=draw(st.sampled_from(BANDS)),
        route=route,
        traits=frozenset(draw(st.sets(st.sampled_from([MANAGES, ALONE])))),
        nation=nation,
        anchors=anchors(whole),
        opened=opened,
    )
    return whole, dated(tailored(TEMPLATE, situation), situation), opened, spacing


@given(files())
def test_no_two_dates_contradict_each_other(file):
    whole, groups, opened, spacing = file
    first = spacing.worked.next_working_day(opened)  # a file may be opened on a bank holiday
    day = {row.id: row.day for row in whole.rows}
    assert clashes(whole) == ()
    assert all(day.values())
    for group in groups:
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


@given(files())
def test_nothing_is_late_on_the_day_a_file_is_opened(file):
    whole, groups, opened, spacing = file
    assert not [one.row.id for one in lines(whole, opened, spacing, opened) if one.state == LATE]
    assert not [
        task.id for group in groups for task in group.tasks if state_of(task, opened) == LATE
    ]


def test_an_advert_that_closes_on_the_day_the_file_is_opened_contradicts_nothing_assumed():
    today = date(2026, 6, 1)
    whole = filled(bare().on({"closes": today}), Spacing(WorkingDays("ENG")), today)
    assert whole.row("opens").day == today
    assert clashes(whole) == ()
