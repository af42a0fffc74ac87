"""What a nightly timer starts: each job in its turn, whatever became of the one before."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kls_portal.operation import jobs


@pytest.fixture
def no_jobs(monkeypatch):
    """The register, empty for this test."""
    empty = {command: [] for command in jobs.COMMANDS}
    monkeypatch.setattr(jobs, "JOBS", empty)
    return empty


def printed(*command: str) -> list[str]:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue().splitlines()


def fail(now):
    yield "Half of it was done."
    raise RuntimeError("the rest was not")


def test_run_due_does_everything_in_order_and_says_what(no_jobs):
    jobs.JOBS["purge_expired"].append(lambda now: ["Deleted 2."])
    jobs.JOBS["publish_due"].append(lambda now: [f"Published in {now.year}."])
    assert printed("run_due") == [f"Published in {timezone.now().year}.", "Deleted 2."]


@pytest.mark.parametrize("command", jobs.COMMANDS)
def test_each_part_is_a_command_of_its_own(no_jobs, command):
    for name in jobs.COMMANDS:
        jobs.JOBS[name].append(lambda now, name=name: [name])
    assert printed(command) == [command]


def test_nothing_due_is_said(no_jobs):
    assert len(printed("run_due")) == 1


def test_a_job_that_fails_keeps_no_other_from_its_turn(no_jobs, caplog):
    jobs.JOBS["publish_due"].append(fail)
    jobs.JOBS["purge_expired"].append(lambda now: ["Deleted 2."])
    out = StringIO()
    with pytest.raises(CommandError, match="publish_due"):
        call_command("run_due", stdout=out)
    assert out.getvalue().splitlines() == ["Half of it was done.", "Deleted 2."]
    assert "publish_due" in caplog.text
