"""`manage.py run_due`: everything that a nightly timer must do."""

from kls_portal.operation.jobs import COMMANDS, DueCommand


class Command(DueCommand):
    help = "Do everything that is due: publish, check links, remind, delete. Safe to run again."
    commands = COMMANDS
