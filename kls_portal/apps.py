"""The site's own app: its commands, template tags and checks."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The app of the site."""

    name = "kls_portal"
    label = "site"
    verbose_name = "Site"
