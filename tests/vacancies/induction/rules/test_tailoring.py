"""Tailoring by traits and days worked, over a year of bank holidays in three nations."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kls_portal.calendar.working_days import WorkingDays, bank_holidays, note_on_start
from tests.each import each
from tests.vacancies.planning.shipped import groups
from vacancies.induction.rules.plan import plan
from vacancies.planning.rules.checklist import Situation
from vacancies.posts.rules import FOR_TASKS, MANAGES

POST = Situation(role="Librarian", band="5", start=date(2027, 1, 4))
TICKED = [trait.slug for trait in FOR_TASKS if trait.slug != "part-time"]
# Published lists of 2027 (substitute days in), from general knowledge: the days that differ.
SCOTTISH = {date(2027, 1, 4), date(2027, 8, 2), date(2027, 11, 30)}
IRISH = {date(2027, 3, 17), date(2027, 7, 12)}
ENGLISH = {date(2027, 3, 29), date(2027, 8, 30)}
EVERYWHERE = {
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 5, 3),
    date(2027, 5, 31),
    date(2027, 12, 27),
    date(2027, 12, 28),
}


def ids(situation):
    return {task.id for task in plan(groups(), situation).tasks}


def with_traits(*slugs):
    return replace(
        POST,
        traits=frozenset(slugs),
        manages_people="manages-people" in slugs,
        works_alone="works-alone" in slugs,
    )


@each("slug", TICKED)
def test_each_trait_changes_the_plan_and_none_does_not(slug):
    def said(situation):
        tasks = plan(groups(), situation).tasks
        return {(task.id, task.text, task.owner) for task in tasks}

    assert said(with_traits()) == said(POST)
    assert said(with_traits(slug)) != said(POST)


def test_a_volunteer_has_neither_payroll_nor_probation():
    assert {"D2", "T1", "M4", "S1"} <= ids(POST)
    assert not {"D2", "T1", "M4", "S1"} & ids(with_traits("volunteer"))


def test_an_apprentice_is_not_told_to_become_one():
    assert "X1" in ids(replace(POST, band="3"))
    assert "X1" not in ids(replace(with_traits("apprentice"), band="3"))


def test_a_new_managers_own_plan_holds_the_checklist_for_new_managers_alone():
    situation = replace(with_traits("new-manager", "manages-people"), new_manager_only=True)
    found = ids(situation)
    assert found == {f"G{n}" for n in range(1, 11)} | {f"N{n}" for n in range(1, 10)}


def test_the_quick_checklist_asks_for_no_trait_and_gets_no_task_of_one():
    tasks = [task for group in groups() for task in group.tasks]
    conditional = {task.id for task in tasks if set(task.only_for) - {MANAGES}}
    assert not conditional & ids(POST)
    assert not conditional & ids(replace(POST, manages_people=True, works_alone=True))


def test_part_time_follows_from_the_days():
    three = replace(POST, weekdays=frozenset({0, 1, 2}))
    assert "C15" in ids(three)
    assert "C15" not in ids(POST)


@each("nation, own", [("ENG", ENGLISH), ("SCT", SCOTTISH), ("NIR", IRISH | ENGLISH)])
def test_bank_holidays_of_2027(nation, own):
    on_weekdays = {day for day in bank_holidays(nation, 2027) if day.weekday() < 5}
    assert on_weekdays == EVERYWHERE | own


@pytest.mark.parametrize("nation", ["ENG", "SCT", "NIR"])
@pytest.mark.parametrize("weekdays", [{0, 1, 2, 3, 4}, {0}, {2, 4}, {5}])
def test_due_dates_fall_on_days_worked_for_every_start_of_a_year(nation, weekdays):
    worked = frozenset(weekdays)
    calendar = WorkingDays(nation)
    for offset in range(0, 366, 17):
        start = date(2027, 1, 1) + timedelta(days=offset)
        situation = replace(POST, start=start, nation=nation, weekdays=worked)
        first = calendar.next_working_day(start, worked)
        for task in plan(groups(), situation).tasks:
            if task.due >= first:
                assert task.due.weekday() in worked, (start, task)
            else:
                assert calendar.is_working_day(task.due), (start, task)
            assert task.due not in bank_holidays(nation, task.due.year), (start, task)


def test_one_start_in_three_nations():
    start = date(2027, 11, 29)
    due = {
        nation: {
            task.id: task.due
            for task in plan(groups(), replace(POST, start=start, nation=nation)).tasks
        }
        for nation in ("ENG", "SCT", "NIR")
    }
    # 30 November is St Andrew's Day.
    assert due["ENG"]["W1"] == due["NIR"]["W1"] == date(2027, 11, 30)
    assert due["SCT"]["W1"] == date(2027, 12, 1)


def test_somebody_who_works_no_day_is_refused():
    with pytest.raises(ValueError, match="day"):
        WorkingDays().next_working_day(POST.start, frozenset())


def test_the_note_on_a_start_that_is_no_day_they_work_in_words():
    days = frozenset({1, 2})
    assert note_on_start(date(2027, 1, 4), WorkingDays(), days) == (
        "4 January 2027 is not one of the days worked. Day one is counted as 5 January 2027."
    )
    assert note_on_start(date(2027, 1, 5), WorkingDays(), days) is None


def test_leap_day_is_a_day_like_any_other():
    found = plan(groups(), replace(POST, start=date(2028, 2, 29)))
    assert {task.due for task in found.tasks if task.id == "D1"} == {date(2028, 2, 29)}
    assert found.note_on_start == ""
