"""The guidance: recruiting, retaining and induction as pages that editors keep true."""

from django.apps import AppConfig

from kls_portal import demonstrations, due


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = "Guidance"

    def ready(self) -> None:
        from guidance.services.approvals import forget_links, forget_names
        from guidance.services.demonstration import load_demonstration
        from guidance.services.editors import ensure_editors_group
        from guidance.services.feedback import forget_answers
        from guidance.services.link_checks import check_links
        from guidance.services.reminding import remind
        from guidance.services.search_misses import forget_misses
        from guidance.services.timing import publish_due_pages
        from kls_portal.accounts.editors import after_migrate_of

        due.register("publish_due", publish_due_pages)
        due.register("send_reminders", remind)
        due.register("purge_expired", forget_misses)
        due.register("purge_expired", forget_names)
        due.register("purge_expired", forget_links)
        due.register("purge_expired", forget_answers)
        due.register("check_links", check_links)
        demonstrations.register(load_demonstration)
        after_migrate_of(self, ensure_editors_group)
