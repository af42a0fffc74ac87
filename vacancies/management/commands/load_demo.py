"""Create the demonstration accounts and one vacancy; refuses to run in production."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kls_portal.operation.jobs import LOADS
from kls_portal.plain_command import wrong
from vacancies.management.demonstration import load_demonstration


class Command(BaseCommand):
    help = "Make the demonstration accounts. What is there already is kept."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise wrong(
                "The demonstration accounts have a public password. "
                "This is production, so they are not made."
            )
        said = [sentence for load in (load_demonstration, *LOADS) for sentence in load()]
        for sentence in said or ["The demonstration is there already."]:
            self.stdout.write(sentence)
