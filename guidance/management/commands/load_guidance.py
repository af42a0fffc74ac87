"""Loads the shipped guidance: `manage.py load_guidance`."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guidance import CONTENT
from guidance.content.services import loading
from guidance.content.shipped import WrongContentError, read_content
from guidance.search.synonyms import read_synonyms
from kls_portal.reference.loading import ADDED, KEPT, UNCHANGED, UPDATED

WRONG_INPUT = 2


class Command(BaseCommand):
    help = "Load the guidance that comes with the portal. An editor's changes are never touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--content", type=Path, default=CONTENT, help="a folder of pages")

    def handle(self, *_: Any, content: Path, **__: Any) -> None:
        """Load, and print what changed. Invalid content ends with status 2 and changes nothing."""
        try:
            shipped = read_content(content)
            read_synonyms(content / "synonyms.toml")
        except WrongContentError as error:
            raise CommandError(str(error), returncode=WRONG_INPUT) from error
        except OSError as error:
            raise CommandError(
                f"The file {error.filename} cannot be read: {error.strerror}.",
                returncode=WRONG_INPUT,
            ) from error
        report = loading.load(shipped)
        self.stdout.write(f"Guidance pages: {_tally(report.pages)}.")
        self.stdout.write(f"External resources: {_tally(report.resources)}.")
        self.stdout.write(f"Facts: {_tally(report.facts)}.")
        self.stdout.write(f"Claims: {_tally(report.claims)}.")
        self.stdout.write(f"Groups of synonyms: {_tally(report.synonyms)}.")
        self.stdout.write(f"Networks and lists: {_tally(report.networks)}.")
        self.stdout.write(f"Updates: {_tally(report.updates)}.")
        self.stdout.write(f"Decisions: {_tally(report.decisions)}.")


def _tally(counts: Counter[str]) -> str:
    """Return counts such as “3 added, 40 unchanged”, or “none”."""
    order = (ADDED, UPDATED, UNCHANGED, KEPT)
    return ", ".join(f"{counts[what]} {what}" for what in order if counts[what]) or "none"
