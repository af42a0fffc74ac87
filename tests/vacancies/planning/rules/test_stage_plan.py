"""The checklists of a vacancy as values: chosen, dated, changed, done."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.calendar.working_days import NATIONS, WorkingDays
from vacancies.planning.rules.checklist import Done
from vacancies.planning.rules.progress import tasks_of
from vacancies.planning.rules.stage import (
    ANCHORS,
    ELSEWHERE,
    OWNERS,
    STAGES,
    WITHDRAWN,
    GuidancePage,
    StageChange,
    StageSituation,
    StageTemplateTask,
)
from vacancies.planning.rules.stage_plan import (
    OWN,
    applies,
    counted,
    done_task,
    plain_stage_task,
    stage_checklist,
)

ENGLAND = WorkingDays()
DATES = {
    "opens": date(2026, 12, 7),
    "closes": date(2027, 1, 4),
    "interview": date(2027, 1, 18),
    "start": date(2027, 4, 6),
}
DAYS = st.dates(date(2000, 1, 1), date(2098, 1, 1))


def make(**changed):
    values = {
        "id": "T1",
        "stage": "advertising",
        "text": "Tell people",
        "owner": OWNERS["hr"],
        "anchor": "opens",
        "due": -5,
        "page": GuidancePage("A page", "/recruiting/"),
        "source": "A book",
        "confirmed": True,
        **changed,
    }
    return StageTemplateTask(**values)


def tasks(*rows, changes=(), done=(), **situation):
    found = StageSituation(**{"dates": DATES, **situation})
    return stage_checklist("advertising", rows, found, changes, done)


@pytest.mark.parametrize(
    ("anchor", "number", "due"),
    [
        # Over Christmas: 25 and 28 December 2026 (for Saturday the 26th) and 1 January are free.
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2027, 1, 4), -5, date(2026, 12, 23)),
        # Good Friday is 26 March 2027, Easter Monday the 29th; clocks change on the 28th.
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        (date(2027, 3, 30), -1, date(2027, 3, 25)),
        # The autumn change of clocks on Sunday 31 October 2027.
        (date(2027, 10, 29), 1, date(2027, 11, 1)),
        # A Saturday: the day itself, the Monday after, the Friday before.
        (date(2026, 12, 5), 0, date(2026, 12, 5)),
        (date(2026, 12, 5), 1, date(2026, 12, 7)),
        (date(2026, 12, 5), -1, date(2026, 12, 4)),
    ],
)
def test_days_are_counted_as_working_days(anchor, number, due):
    assert counted(anchor, number, ENGLAND) == due


def test_saint_andrews_day_counts_in_england_alone():
    friday = date(2026, 11, 27)
    assert counted(friday, 1, ENGLAND) == date(2026, 11, 30)
    assert counted(friday, 1, WorkingDays("SCT")) == date(2026, 12, 1)


@given(DAYS, st.integers(1, 60), st.sampled_from(sorted(NATIONS)))
def test_later_tasks_fall_later_and_on_working_days(anchor, number, nation):
    days = WorkingDays(nation)
    before, after = counted(anchor, -number, days), counted(anchor, number, days)
    assert before < anchor < after
    assert days.is_working_day(before)
    assert days.is_working_day(after)
    assert counted(anchor, number + 1, days) > after


@given(DAYS, st.integers(-30, 30), st.integers(0, 400))
def test_a_later_date_never_brings_a_task_forward(anchor, number, later):
    moved = anchor + timedelta(days=later)
    assert counted(moved, number, ENGLAND) >= counted(anchor, number, ENGLAND)


@pytest.mark.parametrize(
    ("conditions", "situation", "is_there"),
    [
        ({"bands": ("5",)}, {"band": "5"}, True),
        ({"bands": ("5",)}, {"band": "6"}, False),
        ({"bands": ("5",)}, {}, False),
        ({"routes": ("trainee",)}, {"route": "trainee"}, True),
        ({"routes": ("trainee",)}, {"route": ""}, False),
        ({"not_routes": ("volunteer",)}, {"route": "volunteer"}, False),
        ({"not_routes": ("volunteer",)}, {"route": ""}, True),
        ({"only_for": ("works-alone",)}, {"traits": frozenset({"works-alone"})}, True),
        ({"only_for": ("works-alone",)}, {}, False),
        ({"not_for": ("works-alone",)}, {"traits": frozenset({"works-alone"})}, False),
    ],
)
def test_tasks_are_chosen_by_band_route_and_post(conditions, situation, is_there):
    assert applies(make(**conditions), StageSituation(**situation)) is is_there
    assert bool(tasks(make(**conditions), **situation).tasks) is is_there


def test_tasks_stand_before_and_from_each_date_in_order():
    rows = [
        make(id=f"{anchor}{due}", anchor=anchor, due=due)
        for anchor in reversed(ANCHORS)
        for due in (3, 0, -2, -9)
    ]
    found = tasks(*rows)
    assert [group.slug for group in found.groups] == [
        f"{anchor}-{side}" for anchor in ANCHORS for side in ("before", "after")
    ]
    assert [group.name for group in found.groups] == [
        name for anchor in ANCHORS.values() for name in (anchor.before, anchor.after)
    ]
    for group in found.groups:
        assert [task.due for task in group.tasks] == sorted(task.due for task in group.tasks)


def test_a_task_without_its_date_says_which_is_missing():
    found = tasks(make(anchor="interview"), dates={"opens": DATES["opens"], "interview": None})
    assert [task.missing for task in found.tasks] == ["interview"]
    assert found.missing == (ANCHORS["interview"],)
    assert tasks(make()).missing == ()


def test_a_date_of_its_own_needs_no_date_of_the_vacancy():
    change = StageChange("T1", owner=OWNERS["team"], due_on=date(2026, 11, 2))
    (found,) = tasks(make(), changes=[change], dates={}).tasks
    assert (found.due, found.owner.slug, found.missing) == (date(2026, 11, 2), "team", "")
    assert found.is_changed


def test_own_tasks_stand_last_and_may_have_no_date():
    changes = [
        StageChange("own-2", "advertising", is_own=True, text="Second"),
        StageChange("own-1", "advertising", is_own=True, text="First", due_on=date(2026, 12, 1)),
        StageChange("own-3", "selection", is_own=True, text="Of another stage"),
    ]
    found = tasks(make(), changes=changes)
    assert found.groups[-1].slug == OWN
    assert [task.text for task in found.groups[-1].tasks] == ["First", "Second"]
    assert found.missing == ()


def test_own_tasks_are_the_line_managers_unless_they_say_whose():
    own = StageChange("own-1", "advertising", is_own=True, text="First", note="On Monday")
    changes = [own, replace(own, task_id="own-2", owner=OWNERS["hr"])]
    found = tasks(changes=changes).tasks
    assert [(task.owner.slug, task.note) for task in found] == [
        ("line-manager", "On Monday"),
        ("hr", "On Monday"),
    ]


def test_a_task_left_out_keeps_its_reason():
    change = StageChange("T1", left_out=True, reason="Another team does it")
    found = tasks(make(), make(id="T2"), changes=[change])
    assert [task.id for task in found.tasks] == ["T2"]
    assert [(one.task.id, one.reason) for one in found.left_out] == [("T1", "Another team does it")]


@pytest.mark.parametrize(
    ("row", "fate"),
    [(make(in_use=False), WITHDRAWN), (make(routes=("trainee",)), ELSEWHERE)],
)
def test_what_somebody_wrote_is_never_lost_from_sight(row, fate):
    assert tasks(row).tasks == ()
    (found,) = tasks(row, changes=[StageChange("T1", note="Asked on Monday")]).tasks
    assert (found.fate, found.note) == (fate, "Asked on Monday")


def test_a_done_task_stays_as_it_was_but_for_its_note():
    (was,) = tasks(make()).tasks
    done = done_task(plain_stage_task(was), Done(datetime(2026, 11, 23, tzinfo=UTC), "Ash"))
    change = StageChange("T1", note="It took a week", owner=OWNERS["team"])
    later = {"opens": date(2027, 5, 4)}
    for rows in ([make(text="Other words")], []):
        (found,) = tasks(*rows, changes=[change], done=[done], dates=later).tasks
        assert (found.text, found.due, found.owner) == (was.text, was.due, was.owner)
        assert found.note == "It took a week"
        assert found.done


def test_tasks_of_one_owner():
    found = tasks(make(), make(id="T2", owner=OWNERS["team"]))
    kept = tasks_of(found, OWNERS["team"])
    assert ([task.id for task in kept.tasks], kept.tasks_of) == (["T2"], "Library team")
    nobody = tasks_of(found, OWNERS["it"])
    assert (nobody.tasks, nobody.tasks_of) == ((), "IT")


def test_a_stage_that_there_is_not():
    with pytest.raises(KeyError):
        stage_checklist("onboarding", [], StageSituation())
    assert list(STAGES) == ["advertising", "selection", "appointment"]
