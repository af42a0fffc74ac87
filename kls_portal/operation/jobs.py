"""Scheduled jobs: what a timer starts, a part for each command, registered by the apps.

An app registers its jobs when it is ready. `manage.py run_due` does all of them, a command of
COMMANDS only those of its name. Each job is idempotent: run twice, it does nothing more. Of two
runs at once one does it (`operation.turns`).
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kls_portal.operation.turns import ANOTHER, turn

# In the order in which `run_due` does them: what readers see first, what is deleted last.
COMMANDS = ("publish_due", "check_links", "send_reminders", "send_letters", "purge_expired")

Job = Callable[[datetime], Iterable[str]]

_jobs: dict[str, list[Job]] = {command: [] for command in COMMANDS}
_logger = logging.getLogger(__name__)


class FailedError(Exception):
    """Something that was due could not be done; the rest was. The message names it."""


def register(command: str, job: Job) -> None:
    """Let a job be done under this command. Registered twice, it is done once.

    `job` takes the moment (an aware datetime) and gives sentences of what it did, none where
    nothing was due. Raises ValueError for a command that is not in COMMANDS.
    """
    if command not in COMMANDS:
        raise ValueError(f"There is no command {command!r} for what is due.")
    if job not in _jobs[command]:
        _jobs[command].append(job)


def do(commands: Iterable[str], now: datetime) -> Iterator[str]:
    """Do the jobs of these commands, and give the sentences of what was done, as it is done.

    A command that another process is at is left to it. A job that fails is logged and does not
    keep the next from its turn. At the end, FailedError names those that failed.
    """
    failed: list[str] = []
    for command in commands:
        with turn(command) as is_ours:
            if is_ours:
                yield from _do(command, now, failed)
            else:
                yield f"{ANOTHER}: {command}."
    if failed:
        raise FailedError(f"Not done, see the log: {', '.join(failed)}.")


def _do(command: str, now: datetime, failed: list[str]) -> Iterator[str]:
    for job in _jobs[command]:
        try:
            yield from job(now)
        except Exception:
            # Whatever went wrong in one job, the others must be done this night.
            _logger.exception("%s failed in %s", command, job.__module__)
            failed.append(f"{command} ({job.__module__})")


class DueCommand(BaseCommand):
    """A command that does what is due under `commands`, and prints what it did."""

    commands: ClassVar[tuple[str, ...]]
    nothing = "Nothing was due."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a sentence for each thing done. Status 1 where something could not be done."""
        done = False
        try:
            for sentence in do(options.get("parts") or self.commands, timezone.now()):
                self.stdout.write(sentence)
                done = True
        except FailedError as problem:
            raise CommandError(str(problem)) from problem
        if not done:
            self.stdout.write(self.nothing)
