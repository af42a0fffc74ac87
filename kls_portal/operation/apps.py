"""The app with the database tables for running the site."""

from django.apps import AppConfig

from kls_portal.operation import jobs


class OperationConfig(AppConfig):
    name = "kls_portal.operation"
    label = "operation"
    verbose_name = "operation"

    def ready(self) -> None:
        from kls_portal.operation.keeping import forget_sessions, sweep_pages, sweep_store
        from kls_portal.operation.outbox import give_up, send_due
        from kls_portal.operation.reports import tell

        jobs.register("send_letters", send_due)
        jobs.register("send_letters", give_up)
        jobs.register("send_letters", tell)
        jobs.register("purge_expired", give_up)
        jobs.register("purge_expired", forget_sessions)
        jobs.register("purge_expired", sweep_store)
        jobs.register("purge_expired", sweep_pages)
