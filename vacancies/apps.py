"""Vacancies: one file per post, from the vacancy arising to the end of probation."""

from pathlib import Path

from django.apps import AppConfig

from kls_portal.operation.jobs import JOBS


class VacanciesConfig(AppConfig):
    name = "vacancies"
    verbose_name = "Vacancies"

    def ready(self) -> None:
        from kls_portal import own_work
        from kls_portal.accounts.editors import FIRST_TASKS, after_migrate_of
        from kls_portal.reference.bindings import EXAMPLES
        from kls_portal.reference.shipped_facts import FACT_FILES
        from vacancies.checks import overview as checks
        from vacancies.checks.services import checked, lawful_criteria
        from vacancies.drafting import overview as drafting
        from vacancies.drafting.extensions import extensions
        from vacancies.drafting.forms.sections import FORMS
        from vacancies.drafting.services.reviews import purge_review_answers
        from vacancies.evaluation import overview as evaluation
        from vacancies.evaluation.services.copied_wording import copied_wording_of
        from vacancies.evaluation.services.evidence import any_evidence_sheet_of
        from vacancies.induction.overview import induction_lines
        from vacancies.induction.services.plans import forget_links, purge_plans
        from vacancies.management.reference_data import grant_editor_permissions_on_vacancies
        from vacancies.overview.digest import send_digests
        from vacancies.overview.example_parts import PARTS, example_part
        from vacancies.overview.services import own_vacancies
        from vacancies.posts.overview import file_lines, overview
        from vacancies.profiles.services.profiles import national_profiles_missing
        from vacancies.recruiting import overview as recruiting
        from vacancies.recruiting.forms.timeline import DatesForm
        from vacancies.retention import overview as retention
        from vacancies.retention.services.handover import purge_handover_answers
        from vacancies.retention.services.peers import purge_peers

        extensions.check = checked
        extensions.lawful_criteria = lawful_criteria
        extensions.copied_wording = copied_wording_of
        extensions.evidence_sheet = any_evidence_sheet_of
        FORMS["dates"] = DatesForm
        FACT_FILES.append(Path(__file__).parent / "rulebook" / "data" / "pay.toml")
        EXAMPLES.update(dict.fromkeys(PARTS, example_part))
        FIRST_TASKS.append(national_profiles_missing)
        own_work.PANELS.append(own_vacancies)
        own_work.DATES.append(recruiting.own_dates)
        overview.standing = recruiting.standing_of
        overview.due = recruiting.due_of
        overview.row = drafting.draft_row
        overview.register(retention.handover_lines, retention.needed)
        overview.register(drafting.draft_lines, drafting.needed)
        overview.register(checks.check_lines, checks.needed)
        overview.register(recruiting.recruiting_lines, recruiting.needed)
        overview.register(induction_lines)
        overview.register(evaluation.evaluation_lines, evaluation.needed)
        overview.register(file_lines)
        JOBS["send_reminders"] += [send_digests]
        JOBS["purge_expired"] += [
            purge_plans,
            purge_handover_answers,
            purge_review_answers,
            purge_peers,
            forget_links,
        ]
        after_migrate_of(self, grant_editor_permissions_on_vacancies)
