"""The induction tasks as data: complete, owned, sourced, in time order."""

import tomllib
from collections import Counter

import pytest

from tests.each import each
from tests.vacancies.planning.shipped import groups
from vacancies.induction.rules.plan import role_for, roles
from vacancies.planning.rules.checklist import OF_STARTERS, Owner
from vacancies.planning.rules.shipped_tasks import DATA, task_sources
from vacancies.posts import rules as traits
from vacancies.profiles.rules import loading as profile_loading

TASKS = {task.id: task for group in groups() for task in group.tasks}
DAYS = {
    "before-day-one": (-15, -1),
    "day-one": (0, 0),
    "week-one": (1, 4),
    "new-manager": (5, 20),
    "manager": (6, 15),
    "month-one": (5, 20),
    "month-three": (21, 62),
    "month-six": (63, 125),
}


def test_the_groups_in_time_order():
    assert [(group.id, group.name) for group in groups()] == [
        ("before-day-one", "Before day one"),
        ("day-one", "Day one"),
        ("week-one", "Week one"),
        ("new-manager", "New KLS manager"),
        ("manager", "Managing people"),
        ("month-one", "Month one"),
        ("month-three", "Month three"),
        ("month-six", "Months four to six"),
    ]


def test_a_task_is_for_those_that_its_row_names():
    file = tomllib.loads((DATA / "induction_tasks.toml").read_text("utf-8"))
    rows = {row["id"]: row for row in file["tasks"]}
    assert rows.keys() == TASKS.keys()
    for name in ("bands", "roles", "only_for", "not_for"):
        named = {code: tuple(row.get(name, ())) for code, row in rows.items()}
        assert {code: getattr(task, name) for code, task in TASKS.items()} == named


def test_every_task_is_there_once():
    counts = {"B": 7, "D": 7, "W": 10, "G": 10, "M": 8, "T": 5, "S": 4, "X": 3, "C": 15}
    counts |= {"N": 9, "R": 11}
    expected = {f"{letter}{n}" for letter, count in counts.items() for n in range(1, count + 1)}
    assert TASKS.keys() == expected
    assert Counter(task.id for group in groups() for task in group.tasks).total() == 89


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.id)
def test_due_days_lie_in_the_time_of_their_group(group):
    first, last = DAYS[group.id]
    due = [task.due for task in group.tasks]
    assert due == sorted(due)
    assert first <= due[0]
    assert due[-1] <= last


def test_house_suggestions_are_not_confirmed_and_all_else_is():
    for_all = [
        task
        for task in TASKS.values()
        if not set(task.only_for) - {traits.MANAGES} and not task.roles
    ]
    unconfirmed = {task.id for task in for_all if not task.confirmed}
    assert unconfirmed == {"B4", "B5", "B6", "W9", "W10", "M8", "S1", "S4", "G7"}
    for task_id in unconfirmed:
        assert "Our suggestion".casefold() in TASKS[task_id].source.casefold()


def test_sources_are_names_a_reader_knows():
    assert TASKS["D1"].source == task_sources()["guide"].name
    assert task_sources()["guide"].address.startswith("https://library.hee.nhs.uk/")
    used = {task.source for task in TASKS.values()}
    assert used == {source.name for source in task_sources().values()}


def test_owners_have_names():
    assert OF_STARTERS["line-manager"] == Owner("line-manager", "Line manager")
    used = {task.owner.slug for task in TASKS.values()}
    assert used == OF_STARTERS.keys()


def test_only_the_group_for_new_managers_needs_a_manager():
    for group in groups():
        assert {"manages-people" in task.only_for for task in group.tasks} == {
            group.id == "manager"
        }


def test_tasks_of_a_buddy_name_someone_else_for_those_who_work_alone():
    for task in TASKS.values():
        if task.owner.slug == "buddy":
            assert task.solo_owner is not None, task.id
            assert task.solo_owner.slug != "buddy", task.id


def test_conditions_are_traits_and_each_trait_has_a_task():
    named = {slug for task in TASKS.values() for slug in (*task.only_for, *task.not_for)}
    assert named <= traits.BY_SLUG.keys()
    assert named == traits.BY_SLUG.keys()


def test_tasks_for_a_trait_are_house_suggestions():
    for task in TASKS.values():
        of_service = traits.MANAGES_SERVICE.slug in task.only_for
        if set(task.only_for) - {traits.MANAGES} and not of_service:
            assert not task.confirmed, task.id


def test_tasks_for_a_role_name_roles_there_are_and_each_role_has_one():
    named = {slug for task in TASKS.values() for slug in task.roles}
    assert named == {role.slug for role in roles()}
    # Only what the session of library assistants asked for comes from a source.
    assert {task.id for task in TASKS.values() if task.roles and task.confirmed} == {"R11"}


@each(
    "title, profile, role",
    [
        ("LIBRARIAN ", "Specialist, clinical or outreach librarian", "librarian"),
        ("Clinical post", "Specialist, clinical or outreach librarian", "specialist-librarian"),
        ("Trainee", "Assistant librarian or trainee", "assistant-librarian"),
        ("Nurse", "Nurse (worked example, not a library profile)", ""),
        ("Librarian (evidence)", "", ""),
        ("", "", ""),
    ],
)
def test_the_role_of_a_post_is_known_by_its_title_or_its_profile(title, profile, role):
    assert role_for(title, profile) == role


def test_reviews_of_month_one_three_and_six_are_appointments():
    assert {"M4", "T1", "S1"} <= {task.id for task in TASKS.values() if task.minutes}


def test_texts_are_short_and_in_sentence_form():
    for task in TASKS.values():
        for text in filter(None, (task.text, task.solo_text)):
            assert len(text.split()) <= 20, task.id
            assert text[0].isupper(), task.id
            assert not text.endswith("."), task.id


def test_bands_named_by_tasks_and_roles_exist():
    bands = profile_loading.bands().by_name
    assert all(band in bands for task in TASKS.values() for band in task.bands)
    assert all(role.band in bands for role in roles())


def test_the_roles_offered():
    assert [(role.slug, role.band) for role in roles()] == [
        ("library-assistant", "2"),
        ("senior-library-assistant", "3"),
        ("apprentice", "3"),
        ("graduate-trainee", "4"),
        ("assistant-librarian", "4"),
        ("librarian", "5"),
        ("specialist-librarian", "6"),
        ("knowledge-manager", "7"),
        ("head-of-service", "8a"),
    ]
    assert [role.slug for role in roles() if role.manages_people] == [
        "knowledge-manager",
        "head-of-service",
    ]
    assert roles()[7].title.startswith("Knowledge and library")
