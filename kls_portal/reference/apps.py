"""The app for reference data and dated facts."""

from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "kls_portal.reference"
    verbose_name = "Facts"

    def ready(self) -> None:
        from kls_portal.accounts.editors import after_migrate_of, grant_editor_permissions
        from kls_portal.reference.models import Fact

        after_migrate_of(self, lambda: grant_editor_permissions(Fact))
