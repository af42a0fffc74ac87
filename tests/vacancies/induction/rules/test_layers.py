"""Layers: differences are laid over a template that keeps changing, and never reach it."""

from dataclasses import replace
from datetime import time

import pytest

from vacancies.induction.rules.layers import (
    Change,
    Layer,
    Placed,
    difference,
    find,
    layered,
    with_withdrawn,
)
from vacancies.planning.rules.checklist import Owner, TemplateGroup, TemplateTask

MANAGER, HR, BUDDY = Owner("line-manager", "Line manager"), Owner("hr", "HR"), Owner("buddy", "B")
HELLO = TemplateTask("A1", "Say hello", BUDDY, 0, "House", False, solo_text="Wave")
BADGE = TemplateTask("A2", "Order a badge", MANAGER, -5, "House", False)
GROUPS = (TemplateGroup("before", "Before", (BADGE,)), TemplateGroup("one", "Day one", (HELLO,)))
OWN = Placed("one", TemplateTask("own-1", "Show the garden", MANAGER, 1, "Ours", True))


def texts(groups):
    return [task.text for group in groups for task in group.tasks]


def test_no_layer_changes_nothing():
    assert layered(GROUPS) == GROUPS
    assert layered(GROUPS, Layer(), Layer()) == GROUPS


def test_a_layer_changes_words_owner_due_day_group_and_length():
    at = time(9, 30)
    change = Change("A1", text="Greet", owner=HR, due=3, group="before", minutes=30, at=at)
    groups = layered(GROUPS, Layer((change,)))
    placed = find(groups, "A1")
    assert (placed.group_id, placed.task.text, placed.task.owner) == ("before", "Greet", HR)
    assert (placed.task.due, placed.task.minutes, placed.task.at) == (3, 30, at)
    assert GROUPS[1].tasks == (HELLO,)


def test_words_of_a_layer_hold_for_people_who_work_alone_too():
    assert find(layered(GROUPS, Layer((Change("A1", text="Greet"),))), "A1").task.solo_text == ""
    assert find(layered(GROUPS, Layer((Change("A1", due=2),))), "A1").task.solo_text == "Wave"


def test_what_a_layer_does_not_touch_follows_the_template():
    layer = Layer((Change("A1", due=3),))
    newer = (GROUPS[0], replace(GROUPS[1], tasks=(replace(HELLO, text="Say good morning"),)))
    task = find(layered(newer, layer), "A1").task
    assert (task.text, task.due) == ("Say good morning", 3)


def test_what_a_layer_touched_stays_its_own():
    layer = Layer((Change("A1", text="Greet"),))
    newer = (GROUPS[0], replace(GROUPS[1], tasks=(replace(HELLO, text="Say good morning"),)))
    assert find(layered(newer, layer), "A1").task.text == "Greet"


def test_a_task_left_out_or_added():
    groups = layered(GROUPS, Layer((Change("A2", left_out=True),), (OWN,)))
    assert texts(groups) == ["Say hello", "Show the garden"]


def test_the_lower_layer_changes_what_the_upper_one_added():
    groups = layered(GROUPS, Layer(added=(OWN,)), Layer((Change("own-1", text="Show the pond"),)))
    assert "Show the pond" in texts(groups)


def test_a_change_to_a_task_that_is_gone_does_nothing():
    assert layered(GROUPS, Layer((Change("Z9", text="Lost"),))) == GROUPS


def test_a_task_of_a_group_that_is_gone_stands_at_the_end():
    groups = layered(GROUPS, Layer(added=(replace(OWN, group_id="gone"),)))
    assert (groups[-1].name, groups[-1].tasks) == ("Other tasks", (OWN.task,))


def test_a_task_taken_up_and_withdrawn_since_stays_marked():
    taken_up = (Placed("one", HELLO), Placed("before", BADGE))
    groups = with_withdrawn((GROUPS[0], replace(GROUPS[1], tasks=())), taken_up, {"A2"})
    assert find(groups, "A1").task == replace(HELLO, withdrawn=True)
    assert not find(groups, "A2").task.withdrawn


def test_a_task_that_is_there_again_follows_the_template_again():
    assert with_withdrawn(GROUPS, (Placed("one", HELLO),), {"A1", "A2"}) == GROUPS


@pytest.mark.parametrize(
    ("wanted", "stored"),
    [
        (Placed("one", HELLO), Change("A1")),
        (Placed("before", HELLO), Change("A1", group="before")),
        (Placed("one", replace(HELLO, text="Greet", due=2)), Change("A1", text="Greet", due=2)),
        (Placed("one", replace(HELLO, owner=HR, minutes=5)), Change("A1", owner=HR, minutes=5)),
        (Placed("one", replace(HELLO, at=time(9, 30))), Change("A1", at=time(9, 30))),
    ],
)
def test_only_differences_are_stored(wanted, stored):
    assert difference(Placed("one", HELLO), wanted) == stored
