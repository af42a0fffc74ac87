"""What a nightly timer starts: each work in its turn, whatever became of the one before."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kls_portal import due


@pytest.fixture
def works(monkeypatch):
    """The register, empty for this test."""
    empty = {command: [] for command in due.COMMANDS}
    monkeypatch.setattr(due, "_works", empty)
    return empty


def printed(*command: str) -> list[str]:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue().splitlines()


def fail(now):
    yield "Half of it was done."
    raise RuntimeError("the rest was not")


def test_run_due_does_everything_in_order_and_says_what(works):
    due.register("purge_expired", lambda now: ["Deleted 2."])
    due.register("publish_due", lambda now: [f"Published in {now.year}."])
    assert printed("run_due") == [f"Published in {timezone.now().year}.", "Deleted 2."]


@pytest.mark.parametrize("command", due.COMMANDS)
def test_each_part_is_a_command_of_its_own(works, command):
    for name in due.COMMANDS:
        due.register(name, lambda now, name=name: [name])
    assert printed(command) == [command]


def test_run_due_does_the_parts_that_are_named(works):
    for name in due.COMMANDS:
        due.register(name, lambda now, name=name: [name])
    assert printed("run_due", "send_letters", "publish_due") == ["send_letters", "publish_due"]
    with pytest.raises(CommandError, match="“publish”"):
        printed("run_due", "publish")


def test_nothing_due_is_said(works):
    assert len(printed("run_due")) == 1


def test_a_work_registered_twice_is_done_once(works):
    def once(now):
        return ["Done."]

    due.register("send_reminders", once)
    due.register("send_reminders", once)
    assert printed("send_reminders") == ["Done."]


def test_a_work_that_fails_keeps_no_other_from_its_turn(works, caplog):
    due.register("publish_due", fail)
    due.register("purge_expired", lambda now: ["Deleted 2."])
    out = StringIO()
    with pytest.raises(CommandError, match="publish_due"):
        call_command("run_due", stdout=out)
    assert out.getvalue().splitlines() == ["Half of it was done.", "Deleted 2."]
    assert "publish_due" in caplog.text


def test_a_command_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="tidy_up"):
        due.register("tidy_up", fail)
