"""`manage.py send_letters`: this part of `run_due` alone, for a timer of every few minutes."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Try again to send the emails that no mail server took."
    commands = ("send_letters",)
