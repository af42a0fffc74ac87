"""The guidance: recruiting, retaining and induction as pages that editors keep true."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from kls_portal import demonstrations, due


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = "Guidance"

    def ready(self) -> None:
        from guidance.services.approvals import forget_names
        from guidance.services.demonstration import load_demonstration
        from guidance.services.editors import after_migrate
        from guidance.services.link_checks import check_links
        from guidance.services.reminding import remind
        from guidance.services.search_misses import forget_misses
        from guidance.services.timing import publish_due_pages

        due.register("publish_due", publish_due_pages)
        due.register("send_reminders", remind)
        due.register("purge_expired", forget_misses)
        due.register("purge_expired", forget_names)
        due.register("check_links", check_links)
        demonstrations.register(load_demonstration)
        post_migrate.connect(after_migrate, sender=self)
