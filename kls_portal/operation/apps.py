"""The app with the database tables for running the site."""

from django.apps import AppConfig

from kls_portal.operation.jobs import JOBS


class OperationConfig(AppConfig):
    name = "kls_portal.operation"

    def ready(self) -> None:
        from kls_portal.operation.outbox import give_up, send_due
        from kls_portal.operation.reports import tell
        from kls_portal.operation.store import forget_sessions, sweep_pages, sweep_store

        JOBS["send_letters"] += [send_due, give_up, tell]
        JOBS["purge_expired"] += [give_up, forget_sessions, sweep_store, sweep_pages]
