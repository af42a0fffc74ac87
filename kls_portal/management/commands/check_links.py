"""`manage.py check_links`: one part of `run_due` by itself."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Try the addresses that pages and resources point to."
    commands = ("check_links",)
