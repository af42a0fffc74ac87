"""`manage.py backup_database FILE`: back up the database to one file."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from kls_portal.operation.backup import BackupError, back_up
from kls_portal.plain_command import PlainCommand


class Command(PlainCommand):
    """Back up the database while the portal runs; deploy/README.md says how to restore it."""

    help = "Write the whole database into a new file. You do not need to stop the portal."
    refusals = (BackupError,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        back_up(path)
        self.stdout.write(f"{path}: {path.stat().st_size:,} bytes.")
