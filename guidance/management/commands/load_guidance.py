"""Loads the shipped pages and resources: `manage.py load_guidance`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guidance.content_files import WrongContentError, read_content
from guidance.services import loading

CONTENT = Path(__file__).resolve().parents[2] / "content"
WRONG_INPUT = 2


class Command(BaseCommand):
    help = "Load the guidance that comes with the portal. An editor's changes are never touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--content", type=Path, default=CONTENT, help="a folder of pages")

    def handle(self, *_: Any, content: Path, **__: Any) -> None:
        """Load, and say what was done. Wrong content ends with status 2 and changes nothing."""
        try:
            pages, resources = read_content(content)
        except WrongContentError as error:
            raise CommandError(str(error), returncode=WRONG_INPUT) from error
        except OSError as error:
            raise CommandError(
                f"The folder {content} holds no resources.toml that can be read.",
                returncode=WRONG_INPUT,
            ) from error
        report = loading.load(pages, resources)
        self.stdout.write(f"Guidance pages: {_counted(report.pages)}.")
        self.stdout.write(f"External resources: {_counted(report.resources)}.")


def _counted(counts: Counter[str]) -> str:
    """Return “3 added, 40 unchanged”."""
    order = (loading.ADDED, loading.UPDATED, loading.UNCHANGED, loading.KEPT)
    return ", ".join(f"{counts[what]} {what}" for what in order if counts[what]) or "none"
