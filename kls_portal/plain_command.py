"""A command for scripts: invalid input gives status 2 and one sentence on standard error."""

import json
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser

WRONG_INPUT = 2


def wrong(sentence: str) -> CommandError:
    """Return the error that ends a command with status 2 and this sentence."""
    return CommandError(sentence, returncode=WRONG_INPUT)


class PlainCommand(BaseCommand):
    """A command that reports invalid arguments in one sentence, without the usage.

    refusals: errors whose message is that sentence.
    """

    refusals: tuple[type[Exception], ...] = ()

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run the command. Raises CommandError with status 2 instead of one of the `refusals`, and
        for a file that cannot be used.
        """
        try:
            return super().execute(*args, **options)
        except self.refusals as problem:
            raise wrong(str(problem)) from problem
        except OSError as problem:
            if problem.filename is None:
                raise
            said = f"The file {problem.filename} cannot be used: {problem.strerror}."
            raise wrong(said) from problem

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = partial(_refuse, parser, subcommand)  # type: ignore[method-assign]
        return parser

    def add_format(self, parser: CommandParser) -> None:
        """Add the choice between words and one JSON document."""
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def answer(self, format: str, data: Any, lines: Iterable[str]) -> None:
        """Print `data` as one JSON document, or else the lines. format: see `add_format`."""
        self.stdout.write(json.dumps(data) if format == "json" else "\n".join(lines))

    def read_bytes(self, name: str, most: int) -> tuple[bytes, str]:
        """Return up to `most` + 1 bytes of a file, and its name; "-" is standard input, with none.

        Raises CommandError with status 2 and one sentence for a file that cannot be read.
        """
        try:
            if name == "-":
                return sys.stdin.buffer.read(most + 1), ""
            with Path(name).open("rb") as file:
                return file.read(most + 1), name
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or "the name is not valid"
            raise wrong(f"“{name[:80]}” cannot be read: {reason}.") from problem


def _refuse(parser: CommandParser, name: str, message: str) -> NoReturn:
    said = f"{message[:1].upper()}{message[1:]}".rstrip(".")
    sentence = f"{said}; “manage.py {name} --help” shows how to call it."
    if parser.called_from_command_line:
        parser.exit(WRONG_INPUT, f"{sentence}\n")
    raise wrong(sentence)
