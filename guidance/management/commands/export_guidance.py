"""Writes all the guidance into one file: `manage.py export_guidance FILE`."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from guidance.content.services.exporting import export_guidance
from kls_portal.plain_command import PlainCommand


class Command(PlainCommand):
    help = "Write all pages, their history and what they refer to into one .zip file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write")

    def handle(self, *_: Any, file: Path, **__: Any) -> None:
        data = export_guidance()
        file.write_bytes(data)
        self.stdout.write(f"Written to {file}: {len(data)} bytes.")
