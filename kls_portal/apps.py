"""The site's own app: its commands, template tags and checks."""

from importlib import import_module

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "kls_portal"
    label = "site"
    verbose_name = "Site"

    def ready(self) -> None:
        import_module("kls_portal.lookups")
