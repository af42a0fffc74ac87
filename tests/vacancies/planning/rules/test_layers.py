"""Layers: changes apply on top of a template that itself changes, and never alter it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from tests.each import each
from vacancies.planning.rules.checklist import (
    ELSEWHERE,
    WITHDRAWN,
    Done,
    Owner,
    Situation,
    TemplateGroup,
    TemplateTask,
)
from vacancies.planning.rules.layers import (
    Change,
    Layer,
    Layers,
    Placed,
    Ticked,
    dated_plan,
    find,
    layered,
)

MANAGER, HR, BUDDY = Owner("line-manager", "Line manager"), Owner("hr", "HR"), Owner("buddy", "B")
HELLO = TemplateTask("A1", "Say hello", BUDDY, 0, "House", False, solo_text="Wave")
BADGE = TemplateTask("A2", "Order a badge", MANAGER, -5, "House", False)
GROUPS = (TemplateGroup("before", "Before", (BADGE,)), TemplateGroup("one", "Day one", (HELLO,)))
OWN = Placed("one", TemplateTask("own-1", "Show the garden", MANAGER, 1, "Ours", True))


def texts(groups):
    return [task.text for group in groups for task in group.tasks]


DAY = date(2027, 1, 4)
SITUATION = Situation(start=DAY)
DONE = Done(datetime(2027, 1, 4, 9, tzinfo=UTC), "HR")


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


def test_a_group_called_other_keeps_its_tasks():
    others = TemplateGroup("other", "Others", (HELLO,))
    assert layered((GROUPS[0], others), Layer((Change("A1", due=2),)))[-1].tasks[0].due == 2


def test_a_task_taken_up_and_withdrawn_since_stays_marked():
    inherited_tasks = (Placed("one", HELLO), Placed("before", BADGE))
    left = (GROUPS[0], replace(GROUPS[1], tasks=()))
    groups = Layers(left, inherited_tasks=inherited_tasks).before_the_plan(SITUATION)
    assert find(groups, "A1").task == replace(HELLO, orphan_reason=WITHDRAWN)
    assert not find(groups, "A2").task.orphan_reason


def test_a_task_that_is_there_again_follows_the_template_again():
    layers = Layers(GROUPS, inherited_tasks=(Placed("one", HELLO),))
    assert layers.before_the_plan(SITUATION) == GROUPS


def planned(*changes, added=(), ticks=(), template=GROUPS, **situation):
    layer = Layer(changes, added)
    return dated_plan(Layers(template, plan=layer), replace(SITUATION, **situation), ticks)


def ids(groups):
    return {task.id: task for group in groups for task in group.tasks}


@each(
    "row, reason",
    [
        (replace(HELLO, orphan_reason=WITHDRAWN), WITHDRAWN),
        (replace(HELLO, routes=("trainee",)), ELSEWHERE),
    ],
)
def test_what_somebody_wrote_is_never_lost_from_sight(row, reason):
    template = (GROUPS[0], replace(GROUPS[1], tasks=(row,)))
    assert "A1" not in ids(planned(template=template))
    found = ids(planned(Change("A1", note="Asked on Monday"), template=template))["A1"]
    assert (found.orphan_reason, found.note) == (reason, "Asked on Monday")


def test_a_day_of_its_own_needs_nothing_to_count_from():
    found = ids(planned(Change("A1", due_on=date(2026, 11, 2)), start=None))["A1"]
    assert (found.due, found.offset, found.is_changed) == (date(2026, 11, 2), None, True)


def test_a_note_alone_changes_nothing():
    found = ids(planned(Change("A1", note="Ours")))["A1"]
    assert (found.note, found.is_changed) == ("Ours", False)


def test_what_is_left_out_keeps_its_reason_and_own_tasks_come_back():
    layer = Layer((Change("A2", left_out=True),), (), (OWN,), {"A2": "No badges", "own-1": ""})
    found = Layers(GROUPS, plan=layer).left_out(SITUATION)
    assert [(one.group, one.task.id, one.reason) for one in found] == [
        ("Before", "A2", "No badges"),
        ("", "own-1", ""),
    ]


def ticked(code, text="Greeted the old team", group=("one", "Day one")):
    task = ids(planned())["A1"]
    return Ticked(*group, replace(task, id=code, text=text, due=date(2026, 12, 1), done=DONE))


def test_a_done_task_keeps_words_and_date_but_its_note_may_change():
    found = ids(planned(Change("A1", text="Greet", note="It took a week"), ticks=[ticked("A1")]))
    assert len(found) == 2
    task = found["A1"]
    assert (task.text, task.due, task.done) == ("Greeted the old team", date(2026, 12, 1), DONE)
    assert task.note == "It took a week"


def test_a_done_task_that_is_gone_comes_back_in_its_group_or_with_it():
    found = planned(ticks=[ticked("gone"), ticked("gone-2", group=("zoo", "The zoo"))])
    assert [group.id for group in found] == ["before", "one", "zoo"]
    assert "gone" in ids(found[1:2])
    assert found[2].name == "The zoo"
