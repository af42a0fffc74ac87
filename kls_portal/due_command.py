"""The commands that do what is due: all of it, or the works of one name."""

from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kls_portal.due import FailedError, do


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
