"""`manage.py run_due`: everything that a nightly timer must do, or only the parts named."""

from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from kls_portal.operation.jobs import PARTS, FailedError, do
from kls_portal.operation.turns import ANOTHER, turn


class Command(BaseCommand):
    help = "Do everything that is due: publish, check links, remind, delete. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the parts to run, for a more frequent timer; the default is all of them."""
        parser.add_argument("parts", nargs="*", metavar="PART")

    def handle(self, *_: Any, parts: Sequence[str], **__: Any) -> None:
        """Run the parts named, or all of them unless another process is already running all.

        Prints a sentence for each thing done. Exits with status 1 if a job failed.
        """
        if unknown := set(parts).difference(PARTS):
            raise CommandError(f"No such part: {', '.join(unknown)}. Parts: {', '.join(PARTS)}.")
        if parts:
            return self._run(parts)
        with turn("run_due") as is_ours:
            if is_ours:
                return self._run(PARTS)
        self.stdout.write(f"{ANOTHER}. It does what is due.")
        return None

    def _run(self, parts: Sequence[str]) -> None:
        done = False
        try:
            for sentence in do(parts, timezone.now()):
                self.stdout.write(sentence)
                done = True
        except FailedError as problem:
            raise CommandError(str(problem)) from problem
        if not done:
            self.stdout.write("Nothing was due.")
