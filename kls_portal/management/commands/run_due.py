"""`manage.py run_due`: everything that a nightly timer must do, or only the parts named."""

from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import CommandParser

from kls_portal.operation.jobs import COMMANDS, DueCommand
from kls_portal.operation.turns import ANOTHER, turn


class Command(DueCommand):
    help = "Do everything that is due: publish, check links, remind, delete. Safe to run again."
    commands = COMMANDS

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the parts to run, for a more frequent timer; the default is all of them."""
        parser.add_argument("parts", nargs="*", type=_part, metavar="PART")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the parts named, or all of them unless another process is already running all."""
        if options["parts"]:
            return super().handle(*args, **options)
        with turn("run_due") as is_ours:
            if is_ours:
                return super().handle(*args, **options)
        self.stdout.write(f"{ANOTHER}. It does what is due.")
        return None


def _part(name: str) -> str:
    if name not in COMMANDS:
        raise ArgumentTypeError(f"there is no part “{name}”. Parts are {', '.join(COMMANDS)}")
    return name
