"""The app that holds the tables of running the site."""

from django.apps import AppConfig

from kls_portal import due


class OperationConfig(AppConfig):
    """Letters that wait to be sent, and values that all processes share."""

    name = "kls_portal.operation"
    label = "operation"
    verbose_name = "operation"

    def ready(self) -> None:
        """Register what falls due every few minutes, and the clock of what is kept."""
        from kls_portal.operation.keeping import forget_sessions, sweep_pages, sweep_store
        from kls_portal.operation.outbox import give_up, send_due
        from kls_portal.operation.reports import tell

        due.register("send_letters", send_due)
        due.register("send_letters", give_up)
        due.register("send_letters", tell)
        due.register("purge_expired", give_up)
        due.register("purge_expired", forget_sessions)
        due.register("purge_expired", sweep_store)
        due.register("purge_expired", sweep_pages)
