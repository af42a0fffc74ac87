"""`manage.py purge_expired`: this part of `run_due` alone."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Delete what is no longer kept."
    commands = ("purge_expired",)
