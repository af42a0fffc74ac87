"""`manage.py run_due`: everything a nightly timer must do."""

from kls_portal.due import COMMANDS
from kls_portal.due_command import DueCommand


class Command(DueCommand):
    help = "Do everything that is due: publish, check links, remind, delete. Safe to run again."
    commands = COMMANDS
