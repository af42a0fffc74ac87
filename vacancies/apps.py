"""Vacancies: one file from “she has resigned” to “probation passed”."""

from django.apps import AppConfig

from kls_portal import due


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = "Vacancies"

    def ready(self) -> None:
        """Register what falls due each night, and what editors may do."""
        from kls_portal.accounts.editors import after_migrate_of, register_first_task
        from vacancies.checks.services import checked
        from vacancies.drafting.extensions import extensions
        from vacancies.evaluation.services.echoes import echoes_of
        from vacancies.evaluation.services.evidence import any_evidence_sheet_of
        from vacancies.induction.services.due import purge_plans, send_digests
        from vacancies.overview.editors import grant_editor_permissions_on_vacancies
        from vacancies.profiles.services import national_profiles_missing
        from vacancies.recruiting.forms.timeline import DatesForm
        from vacancies.retention.services.handover import purge_handover_answers
        from vacancies.retention.services.peers import forget_links, purge_peers

        extensions.check = checked
        extensions.copied_wording = echoes_of
        extensions.evidence_sheet = any_evidence_sheet_of
        extensions.forms["dates"] = DatesForm
        register_first_task(national_profiles_missing)
        due.register("send_reminders", send_digests)
        due.register("purge_expired", purge_plans)
        due.register("purge_expired", purge_handover_answers)
        due.register("purge_expired", purge_peers)
        due.register("purge_expired", forget_links)
        after_migrate_of(self, grant_editor_permissions_on_vacancies)
