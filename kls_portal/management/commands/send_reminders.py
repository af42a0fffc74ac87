"""`manage.py send_reminders`: this part of `run_due` alone."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Remind the owners of pages and plans of what is due."
    commands = ("send_reminders",)
