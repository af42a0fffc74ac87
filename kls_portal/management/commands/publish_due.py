"""`manage.py publish_due`: one part of `run_due` by itself."""

from kls_portal.operation.jobs import DueCommand


class Command(DueCommand):
    help = "Publish and withdraw the pages whose time has come."
    commands = ("publish_due",)
