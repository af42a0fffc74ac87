"""Loads the shipped guidance: `manage.py load_guidance`."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from guidance import CONTENT
from guidance.content.services.loading import load
from guidance.content.shipped import read_content
from kls_portal.plain_command import PlainCommand
from kls_portal.plain_values import WrongValuesError
from kls_portal.reference.loading import tally


class Command(PlainCommand):
    help = "Load the guidance that comes with the portal. An editor's changes are never touched."
    refusals = (WrongValuesError,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--content", type=Path, default=CONTENT, help="a folder of pages")

    def handle(self, *_: Any, content: Path, **__: Any) -> None:
        for kind, counts in load(read_content(content)).items():
            self.stdout.write(f"{kind.capitalize()}: {tally(counts)}.")
