"""The guidance: recruiting, retaining and induction as pages that editors maintain."""

from django.apps import AppConfig

from guidance import CONTENT
from kls_portal.operation.jobs import JOBS, LOADS


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = "Guidance"

    def ready(self) -> None:
        from guidance.content.demonstration import load_demonstration
        from guidance.desk.services.desk import ensure_editors_group
        from guidance.desk.services.reminding import remind
        from guidance.pages.services.approvals import forget_links, forget_names
        from guidance.pages.services.drafts import publish_due_pages
        from guidance.pages.services.feedback import forget_answers
        from guidance.register.services import check_links
        from guidance.search.index import refresh_due, update_pages_with
        from guidance.search.services import forget_misses
        from kls_portal.accounts.editors import after_migrate_of
        from kls_portal.reference.facts import facts_changed
        from kls_portal.reference.shipped_facts import FACT_FILES

        JOBS["publish_due"] += [publish_due_pages, refresh_due]
        JOBS["send_reminders"] += [remind]
        JOBS["purge_expired"] += [forget_misses, forget_names, forget_links, forget_answers]
        JOBS["check_links"] += [check_links]
        LOADS.append(load_demonstration)
        FACT_FILES.append(CONTENT / "facts.toml")
        facts_changed.connect(update_pages_with)
        after_migrate_of(self, ensure_editors_group)
