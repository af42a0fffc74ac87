"""`manage.py check_links`: this part of `run_due` alone."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Try the addresses that pages and resources point to."
    commands = ("check_links",)
