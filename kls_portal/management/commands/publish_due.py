"""`manage.py publish_due`: this part of `run_due` alone."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Publish and withdraw the pages whose time has come."
    commands = ("publish_due",)
