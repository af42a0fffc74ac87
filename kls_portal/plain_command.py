"""A command for scripts: wrong input ends with status 2 and one sentence on standard error."""

from functools import partial
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser

WRONG_INPUT = 2


class PlainCommand(BaseCommand):
    """A command that says what is wrong with its arguments in a sentence, without the usage."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Return Django's parser, with our own way of refusing."""
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = partial(_refuse, parser, subcommand)  # type: ignore[method-assign]
        return parser


def _refuse(parser: CommandParser, name: str, message: str) -> NoReturn:
    said = f"{message[:1].upper()}{message[1:]}".rstrip(".")
    sentence = f"{said}; “manage.py {name} --help” shows how to call it."
    if parser.called_from_command_line:
        parser.exit(WRONG_INPUT, f"{sentence}\n")
    raise CommandError(sentence, returncode=WRONG_INPUT)
