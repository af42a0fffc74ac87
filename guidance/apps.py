"""The guidance: recruiting, retaining and induction as pages that editors keep true."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from kls_portal import due


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = "Guidance"

    def ready(self) -> None:
        from guidance.services.editors import after_migrate
        from guidance.services.link_checks import check_links

        post_migrate.connect(after_migrate, sender=self)
        due.register("check_links", check_links)
