"""People: who signs in, for which organisation, in which role."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kls_portal.accounts"
    label = "accounts"
    verbose_name = "People and organisations"
