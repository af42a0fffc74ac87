"""Load the reference data, such as profiles and the induction template; idempotent."""

from typing import Any

from django.core.management.base import BaseCommand

from kls_portal.reference.loading import tally
from vacancies.management.reference_data import load_reference_data


class Command(BaseCommand):
    help = "Load profiles and the induction template. What an editor changed is kept."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind, outcomes in load_reference_data().items():
            self.stdout.write(f"{kind}: {tally(outcomes)}")
