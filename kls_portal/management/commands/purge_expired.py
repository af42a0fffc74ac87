"""`manage.py purge_expired`: one part of `run_due` by itself."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Delete what is no longer kept."
    commands = ("purge_expired",)
