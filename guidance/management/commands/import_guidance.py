"""Imports exported guidance: `manage.py import_guidance FILE`."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from guidance.content.archive import WrongArchiveError
from guidance.content.services.importing import import_guidance, report_of
from kls_portal.plain_command import PlainCommand


class Command(PlainCommand):
    help = "Import a .zip file that export_guidance made. Done twice, it changes nothing more."
    refusals = (WrongArchiveError,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to read")

    def handle(self, *_: Any, file: Path, **__: Any) -> None:
        for line in report_of(import_guidance(file.read_bytes())):
            self.stdout.write(line)
