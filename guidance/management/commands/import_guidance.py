"""Imports exported guidance: `manage.py import_guidance FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guidance.content.archive import WrongArchiveError
from guidance.content.services.importing import import_guidance, report_of

WRONG_INPUT = 2


class Command(BaseCommand):
    help = "Import a .zip file that export_guidance made. Done twice, it changes nothing more."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file to read")

    def handle(self, *_: Any, file: Path, **__: Any) -> None:
        """Import, and print the changes. An invalid file ends with status 2 and changes nothing."""
        try:
            counts = import_guidance(file.read_bytes())
        except OSError as error:
            raise CommandError(
                f"The file {file} cannot be read: {error.strerror}.", returncode=WRONG_INPUT
            ) from error
        except WrongArchiveError as error:
            raise CommandError(str(error), returncode=WRONG_INPUT) from error
        for line in report_of(counts):
            self.stdout.write(line)
