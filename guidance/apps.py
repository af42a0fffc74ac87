"""The guidance: recruiting, retaining and induction as pages that editors keep true."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = "Guidance"

    def ready(self) -> None:
        from guidance.services.editors import after_migrate

        post_migrate.connect(after_migrate, sender=self)
