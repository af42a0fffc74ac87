"""Plans as plain values survive a round trip through JSON."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time

from tests.vacancies.induction.exports.build import make_checklist, make_task
from tests.vacancies.planning.shipped import groups
from vacancies.induction.rules.plan import purge_day
from vacancies.planning.rules import record
from vacancies.planning.rules.checklist import Done, LeftOut, Page
from vacancies.planning.rules.layers import Placed

DONE = Done(datetime(2027, 1, 4, 9, 30, tzinfo=UTC), "HR")


def through_json(value):
    return json.loads(json.dumps(value))


def test_a_checklist_comes_back_as_it_was():
    done = make_task(
        id="D9",
        done=DONE,
        minutes=30,
        at=time(14, 30),
        orphan_reason="no-longer-in-template",
        page=Page("A", "/a/"),
    )
    checklist = make_checklist(nation="SCT", traits=("Apprentice",))
    first = replace(checklist.groups[0], tasks=(*checklist.groups[0].tasks, done))
    checklist = replace(checklist, groups=(first, *checklist.groups[1:]))
    assert record.checklist_of(through_json(record.plain_checklist(checklist))) == checklist


def test_what_was_left_out_is_not_kept():
    whole = make_checklist(left_out=(LeftOut("Day one", groups()[0].tasks[0]),), tasks_of="HR")
    plain = record.plain_checklist(whole)
    assert plain["tasks_of"] == ""
    kept = record.checklist_of(plain)
    assert (kept.left_out, kept.tasks_of) == ((), "")


def test_a_plan_finished_before_there_were_roles_still_comes_back():
    kept = record.plain_checklist(make_checklist(role_name="Librarian"))
    assert record.checklist_of(kept).role_name == "Librarian"
    del kept["role_name"]
    assert record.checklist_of(kept).role_name == ""


def test_a_template_task_comes_back_without_its_conditions():
    for group in groups():
        for task in group.tasks:
            found = record.placed(through_json(record.plain_placed(Placed(group.id, task))))
            assert (found.group_id, found.task.text) == (group.id, task.text)
            assert (found.task.due, found.task.minutes) == (task.due, task.minutes)
            assert found.task.only_for == found.task.bands == ()


def test_a_ticked_task_comes_back_with_who_and_when():
    group = make_checklist().groups[0]
    value = through_json(record.plain_ticked(group, group.tasks[0]))
    found = record.ticked(value, DONE)
    assert (found.group_id, found.group_name) == (group.id, group.name)
    assert found.task == replace(group.tasks[0], done=DONE)


def test_a_plan_is_kept_some_days_after_its_start_and_a_month_at_least():
    assert purge_day(date(2027, 1, 4), 200, date(2026, 12, 1)) == date(2027, 7, 23)
    assert purge_day(date(2026, 1, 4), 200, date(2026, 12, 1)) == date(2026, 12, 31)
