"""Scheduled jobs, which apps add to JOBS under the command that runs them.

An app adds its jobs when it is ready. `manage.py run_due` runs all of them, and a command of
COMMANDS only its own. Each job is idempotent. Of two concurrent runs, only one does the work
(`operation.turns`).
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kls_portal.operation.turns import turn

# In the order in which `run_due` runs them: what readers see first, deletion last.
COMMANDS = ("publish_due", "check_links", "send_reminders", "send_letters", "purge_expired")

JOBS: dict[str, list[Callable[[datetime], Iterable[str]]]] = {command: [] for command in COMMANDS}
"""A job takes the current time (an aware datetime) and yields sentences saying what it did, none if
nothing was due."""
LOADS: list[Callable[[], Iterable[str]]] = []
"""Idempotent loaders of the demonstration, which apps append. Each yields what it made."""
_logger = logging.getLogger(__name__)


class FailedError(Exception):
    """Some jobs failed, while the others ran. The message names them."""


def do(commands: Iterable[str], now: datetime) -> Iterator[str]:
    """Run the jobs of these commands, yielding a sentence for each thing done as it is done.

    A command that another process is running is skipped. A failed job is logged, and the next ones
    still run. At the end, FailedError is raised with the names of those that failed.
    """
    failed: list[str] = []
    for command in commands:
        with turn(command) as is_ours:
            if is_ours:
                yield from _do(command, now, failed)
            else:
                yield f"Another run is at work: {command}."
    if failed:
        raise FailedError(f"Not done, see the log: {', '.join(failed)}.")


def _do(command: str, now: datetime, failed: list[str]) -> Iterator[str]:
    for job in JOBS[command]:
        try:
            yield from job(now)
        except Exception:
            # Whatever went wrong in one job, the others must still run tonight.
            _logger.exception("%s failed in %s", command, job.__module__)
            failed.append(f"{command} ({job.__module__})")


class DueCommand(BaseCommand):
    """A command that runs the jobs of `commands` and prints what they did."""

    commands: ClassVar[tuple[str, ...]]
    nothing = "Nothing was due."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a sentence for each thing done. Exits with status 1 if a job failed."""
        done = False
        try:
            for sentence in do(self.commands, timezone.now()):
                self.stdout.write(sentence)
                done = True
        except FailedError as problem:
            raise CommandError(str(problem)) from problem
        if not done:
            self.stdout.write(self.nothing)
