"""Vacancies: one file from “she has resigned” to “probation passed”."""

from django.apps import AppConfig

from kls_portal import due


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = "Vacancies"

    def ready(self) -> None:
        """Register what falls due each night, and what editors may do."""
        from kls_portal.accounts.editors import after_migrate_of
        from vacancies.services.editors import let_editors_keep_vacancies
        from vacancies.services.induction_purge import purge_plans
        from vacancies.services.induction_reminders import send_digests
        from vacancies.services.leaver import purge_leaver_answers
        from vacancies.services.links import forget_links
        from vacancies.services.peers import purge_peers

        due.register("send_reminders", send_digests)
        due.register("purge_expired", purge_plans)
        due.register("purge_expired", purge_leaver_answers)
        due.register("purge_expired", purge_peers)
        due.register("purge_expired", forget_links)
        after_migrate_of(self, let_editors_keep_vacancies)
