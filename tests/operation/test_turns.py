"""Two runs at once do the work once; a run that crashed keeps nobody from it."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from threading import Event
from types import SimpleNamespace

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.db import connection, connections

from kls_portal.operation import jobs, turns
from kls_portal.operation.turns import turn

PATIENCE = 30
ANOTHER = "Another run is at work"
on_postgresql = pytest.mark.skipif(connection.vendor == "sqlite", reason="PostgreSQL's own lock.")


@pytest.fixture
def sqlite_file(tmp_path, monkeypatch):
    """A database in a file, as far as a turn asks for it."""
    place = tmp_path / "portal.sqlite3"
    stands_in = SimpleNamespace(
        vendor="sqlite", is_in_memory_db=lambda: False, settings_dict={"NAME": place}
    )
    monkeypatch.setattr(turns, "connection", stands_in)
    return place


@pytest.fixture
def no_jobs(monkeypatch):
    """The register, empty for this test."""
    empty = {command: [] for command in jobs.COMMANDS}
    monkeypatch.setattr(jobs, "JOBS", empty)
    return empty


def printed(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue().splitlines()


def test_a_turn_is_given_to_one(sqlite_file):
    with turn("tea") as first, turn("tea") as second, turn("coffee") as other:
        assert (first, second, other) == (True, False, True)
    with turn("tea") as again:
        assert again


def test_a_turn_ends_with_whatever_goes_wrong(sqlite_file):
    with pytest.raises(RuntimeError), turn("tea"):
        raise RuntimeError("on purpose")
    with turn("tea") as again:
        assert again


def test_a_file_of_another_owner_is_enough(sqlite_file):
    with turn("tea"):
        pass
    file = next(sqlite_file.parent.iterdir())
    assert file.name == "portal.sqlite3-tea.lock"
    file.chmod(0o444)
    with turn("tea") as ours:
        assert ours


CRASH = """
import os, signal, sys
from types import SimpleNamespace
from kls_portal.operation import turns
turns.connection = SimpleNamespace(
    vendor="sqlite", is_in_memory_db=lambda: False, settings_dict={"NAME": sys.argv[1]}
)
with turns.turn("tea") as ours:
    print("ours" if ours else "not ours", flush=True)
    sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_turn_of_a_process_that_was_killed_is_free(sqlite_file):
    other = subprocess.Popen(
        [sys.executable, "-c", CRASH, str(sqlite_file)],
        cwd=site.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "ours\n"
    with turn("tea") as ours:
        assert not ours
    other.communicate("now\n")
    with turn("tea") as ours:
        assert ours


@pytest.mark.parametrize("part", jobs.COMMANDS)
def test_a_part_that_another_run_is_at_is_left_to_it(sqlite_file, no_jobs, part):
    for name in jobs.COMMANDS:
        jobs.JOBS[name].append(lambda now, name=name: [name])
    with turn(part):
        assert printed(part) == [f"{ANOTHER}: {part}."]
        rest = [name if name != part else f"{ANOTHER}: {part}." for name in jobs.COMMANDS]
        assert printed("run_due") == rest
    assert printed(part) == [part]


def done_at_once(no_jobs, *command):
    """Start a command while another run is in the middle of it; return how often it was done."""
    begun, seen, done = Event(), Event(), []

    def work(now):
        begun.set()
        assert seen.wait(PATIENCE)
        done.append(now)
        return ["Done."]

    def run():
        try:
            return printed(*command)
        finally:
            connections.close_all()

    jobs.JOBS["send_reminders"].append(work)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(run)
        assert begun.wait(PATIENCE)
        assert printed(*command)[0].startswith(ANOTHER)
        seen.set()
        assert first.result() == ["Done."]
    return len(done)


@pytest.mark.parametrize("command", [["run_due"], ["send_reminders"]])
def test_two_runs_at_once_do_the_work_once(sqlite_file, no_jobs, command):
    assert done_at_once(no_jobs, *command) == 1


@on_postgresql
@pytest.mark.parametrize("command", [["run_due"], ["send_reminders"]])
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_on_postgresql_do_the_work_once(no_jobs, command):
    assert done_at_once(no_jobs, *command) == 1


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_the_turn_of_a_connection_that_broke_is_free():
    def broken():
        with turn("tea") as ours:
            connection.close()
            return ours

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(broken).result()
        pool.submit(connections.close_all).result()
    with turn("tea") as ours:
        assert ours
