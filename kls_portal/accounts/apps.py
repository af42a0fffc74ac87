"""People: who signs in, for which organisation and in which role."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kls_portal.accounts"
    verbose_name = "People and organisations"

    def ready(self) -> None:
        from kls_portal.accounts.password_reset import EMAIL, emails_to
        from kls_portal.operation.outbox import WRITERS

        import_module("kls_portal.accounts.demonstration")
        WRITERS[EMAIL] = emails_to
