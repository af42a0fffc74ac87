"""Close the demonstration accounts of a database that goes into production."""

from typing import Any

from django.core.management.base import BaseCommand

from kls_portal.accounts.demonstration import close_accounts


class Command(BaseCommand):
    help = "Close every account at demo.example. Its vacancies and its edits stay."
    # The system check that recommends this command must not prevent it from running.
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Closed: {close_accounts()}.")
