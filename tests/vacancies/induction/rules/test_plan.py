"""From template and situation to dated tasks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kls_portal.calendar.working_days import WorkingDays, note_on_start
from tests.each import each
from tests.vacancies.planning.shipped import groups
from vacancies.induction.rules.plan import plan
from vacancies.planning.rules.checklist import Owner, Situation, TemplateGroup, TemplateTask
from vacancies.planning.rules.shipped_tasks import induction_tasks
from vacancies.posts.rules import NEW_MANAGER

MANAGER, BUDDY = Owner("line-manager", "Line manager"), Owner("buddy", "Buddy")
LIBRARIAN = Situation(role="Librarian", band="5", start=date(2027, 1, 4))
PEOPLE = {"G7", "G10"}
SERVICE = {f"G{n}" for n in range(1, 11)} - PEOPLE
AWKWARD_STARTS = {
    "a bank holiday": (date(2027, 1, 1), date(2027, 1, 4)),
    "a substitute day": (date(2026, 12, 28), date(2026, 12, 29)),
    "Good Friday": (date(2027, 3, 26), date(2027, 3, 30)),
    "a Sunday": (date(2026, 11, 22), date(2026, 11, 23)),
    "leap day": (date(2028, 2, 29), date(2028, 2, 29)),
}


def task(**changes):
    return replace(TemplateTask("A1", "Say hello", BUDDY, 0, "House", False), **changes)


def planned(*tasks, situation=LIBRARIAN):
    """Return the dated tasks of a group of these template tasks, () if the group is dropped."""
    checklist = plan([TemplateGroup("g", "Group", tasks)], situation)
    return checklist.groups[0].tasks if checklist.groups else ()


def dates(checklist):
    return {task.id: task.due for group in checklist.groups for task in group.tasks}


def ids(checklist):
    return list(dates(checklist))


def test_the_situation_is_carried_over():
    situation = Situation("Librarian", "5", date(2027, 1, 4), True, True, "Northfield NHS Trust")
    found = plan(groups(), situation)
    assert (found.role, found.band, found.start) == ("Librarian", "5", date(2027, 1, 4))
    assert (found.manages_people, found.works_alone) == (True, True)
    assert found.organisation == "Northfield NHS Trust"


def test_a_task_keeps_its_facts_and_gets_a_date():
    (found,) = planned(task(due=-1, source="2023 guide", confirmed=True))
    assert (found.id, found.text, found.owner) == ("A1", "Say hello", BUDDY)
    assert (found.source, found.confirmed, found.due) == ("2023 guide", True, date(2026, 12, 31))


def test_tasks_stand_in_order_of_date_and_those_of_one_day_as_in_the_template():
    found = planned(task(id="c", due=3), task(id="a", due=1), task(id="b", due=1))
    assert [item.id for item in found] == ["a", "b", "c"]


@each(
    "role, roles, kept",
    [
        ("librarian", (), True),
        ("librarian", ("librarian", "apprentice"), True),
        ("librarian", ("apprentice",), False),
        ("", (), True),
        ("", ("librarian",), False),
    ],
)
def test_a_task_may_be_for_some_roles_only(role, roles, kept):
    found = planned(task(roles=roles), situation=replace(LIBRARIAN, role_slug=role))
    assert bool(found) == kept


def test_an_apprentice_by_role_is_one_by_trait_too():
    apprentice = replace(LIBRARIAN, role_slug="apprentice")
    assert planned(task(only_for=("apprentice",)), situation=apprentice)
    assert not planned(task(not_for=("apprentice",)), situation=apprentice)


def test_the_role_is_named_where_the_title_is_another():
    outreach = Situation("Outreach librarian", "6", date(2027, 1, 4), role_slug="librarian")
    assert plan([], outreach).role_name == "Librarian"
    assert plan([], replace(outreach, role="Librarian")).role_name == ""
    assert plan([], replace(outreach, role_slug="")).role_name == ""


@each("bands, kept", [((), True), (("4", "5"), True), (("6",), False)])
def test_a_task_may_be_for_some_bands_only(bands, kept):
    assert bool(planned(task(bands=bands))) is kept


def test_a_task_for_people_managers_only():
    manager = replace(LIBRARIAN, manages_people=True)
    assert planned(task(only_for=("manages-people",)), situation=manager)
    assert not planned(task(only_for=("manages-people",)))


def test_a_task_that_needs_a_team():
    alone = replace(LIBRARIAN, works_alone=True)
    assert planned(task(not_for=("works-alone",)))
    assert not planned(task(not_for=("works-alone",)), situation=alone)


def test_text_and_owner_for_someone_who_works_alone():
    alone = replace(LIBRARIAN, works_alone=True)
    both = task(solo_text="Say hello to a peer", solo_owner=MANAGER)
    (found,) = planned(both, situation=alone)
    assert (found.text, found.owner) == ("Say hello to a peer", MANAGER)
    (found,) = planned(both)
    assert (found.text, found.owner) == ("Say hello", BUDDY)


def test_solo_text_and_solo_owner_stand_in_one_by_one():
    alone = replace(LIBRARIAN, works_alone=True)
    (text_only,) = planned(task(solo_text="Say hello to a peer"), situation=alone)
    (owner_only,) = planned(task(solo_owner=MANAGER), situation=alone)
    (neither,) = planned(task(), situation=alone)
    assert (text_only.text, text_only.owner) == ("Say hello to a peer", BUDDY)
    assert (owner_only.text, owner_only.owner) == ("Say hello", MANAGER)
    assert (neither.text, neither.owner) == ("Say hello", BUDDY)


def test_a_group_without_tasks_is_left_out():
    groups = [TemplateGroup("empty", "Empty", ()), TemplateGroup("full", "Full", (task(),))]
    assert [group.id for group in plan(groups, LIBRARIAN).groups] == ["full"]


def test_no_groups_make_an_empty_checklist():
    assert plan([], LIBRARIAN).groups == ()


def test_the_calendar_of_another_nation():
    scot = plan(
        [TemplateGroup("g", "Group", (task(due=1),))],
        replace(LIBRARIAN, start=date(2026, 11, 27), nation="SCT"),
    )
    assert scot.groups[0].tasks[0].due == date(2026, 12, 1)


def test_a_librarian_over_christmas():
    found = dates(plan(groups(), replace(LIBRARIAN, start=date(2026, 12, 21))))
    assert found["B5"] == date(2026, 12, 18)
    assert found["D1"] == date(2026, 12, 21)
    assert found["W3"] == date(2026, 12, 24)
    assert found["W8"] == date(2026, 12, 29)
    assert found["M1"] == date(2027, 1, 7)
    assert found["T1"] == date(2027, 3, 22)
    assert found["S1"] == date(2027, 5, 20)


@pytest.mark.parametrize(("start", "day_one"), AWKWARD_STARTS.values(), ids=AWKWARD_STARTS.keys())
def test_day_one_of_an_awkward_start(start, day_one):
    found = plan(groups(), replace(LIBRARIAN, start=start))
    assert found.start == start
    by_id = {group.id: group for group in found.groups}
    assert {task.due for task in by_id["day-one"].tasks} == {day_one}
    assert all(task.due < start for task in by_id["before-day-one"].tasks)
    assert all(task.due > day_one for task in by_id["week-one"].tasks)


@pytest.mark.wide
def test_every_due_date_is_a_working_day_for_400_starts():
    calendar = WorkingDays()
    everyone = replace(LIBRARIAN, band="4", manages_people=True)
    for offset in range(400):
        start = date(2026, 11, 22) + timedelta(days=offset)
        found = plan(groups(), replace(everyone, start=start))
        assert all(calendar.is_working_day(due) for due in dates(found).values()), start
        assert all(task.due < start for task in found.groups[0].tasks), start
        for group in found.groups:
            due = [task.due for task in group.tasks]
            assert due == sorted(due), (start, group.id)
        firsts = [group.tasks[0].due for group in found.groups]
        assert firsts == sorted(firsts), start


@each(
    "band, expected",
    [
        ("2", {"X1"}),
        ("3", {"X1"}),
        ("4", {"X1", "X2"}),
        ("5", {"X2"}),
        ("6", {"X3"}),
        ("7", {"X3"}),
        ("8a", {"X3"}),
        ("8b", set()),
    ],
)
def test_tasks_that_go_with_a_band(band, expected):
    found = ids(plan(groups(), replace(LIBRARIAN, band=band)))
    assert {task_id for task_id in found if task_id.startswith("X")} == expected


@each(
    "known, gets",
    [
        ({"role_slug": "specialist-librarian"}, PEOPLE),
        ({}, PEOPLE),
        ({"traits": frozenset({NEW_MANAGER})}, PEOPLE | SERVICE),
        ({"role_slug": "head-of-service"}, PEOPLE | SERVICE),
    ],
)
def test_who_manages_people_takes_over_no_service_by_that_alone(known, gets):
    manager = ids(plan(groups(), replace(LIBRARIAN, manages_people=True, **known)))
    assert {one for one in manager if one.startswith("G")} == gets
    assert not set(ids(plan(groups(), LIBRARIAN))) & (PEOPLE | SERVICE)


def test_someone_who_works_alone_is_sent_to_no_buddy_in_the_room():
    found = plan(groups(), replace(LIBRARIAN, works_alone=True, manages_people=True))
    tasks = [task for group in found.groups for task in group.tasks]
    assert "G7" not in {task.id for task in tasks}
    assert not any(task.owner.slug == "buddy" for task in tasks)
    assert not any("Tell the team" in task.text for task in tasks)


def test_a_start_that_is_no_working_day_is_said():
    new_year = plan(groups(), Situation(role="Librarian", band="5", start=date(2027, 1, 1)))
    assert new_year.note_on_start == note_on_start(date(2027, 1, 1))
    assert new_year.note_on_start
    monday = plan(groups(), Situation(role="Librarian", band="5", start=date(2027, 1, 4)))
    assert monday.note_on_start == ""


def test_a_task_with_a_day_of_its_own_has_no_distance_from_the_start():
    own, counted = planned(task(id="own", due_on=date(2027, 1, 4)), task(id="counted", due=3))
    assert (own.offset, counted.offset) == (None, 3)


def test_a_start_on_a_day_off_is_noted_for_the_days_the_starter_works():
    days = frozenset({0, 1})
    thursday = replace(LIBRARIAN, start=date(2027, 1, 7), weekdays=days)
    expected = note_on_start(thursday.start, WorkingDays("ENG"), days)
    assert expected
    assert plan(groups(), thursday).note_on_start == expected
    assert plan(groups(), LIBRARIAN).note_on_start == ""


def test_a_start_on_a_holiday_of_another_nation_is_said_there():
    second = replace(LIBRARIAN, start=date(2029, 1, 2))
    assert plan(groups(), second).note_on_start == ""
    assert plan(groups(), replace(second, nation="SCT")).note_on_start


def test_who_works_alone_may_have_another_owner_for_a_task():
    shipped = {row.id: row for row in induction_tasks().tasks if row.solo_owner}
    tasks = {task.id: task for group in groups() for task in group.tasks}
    assert shipped
    for code, row in shipped.items():
        assert tasks[code].solo_owner.slug == row.solo_owner
