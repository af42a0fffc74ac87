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
        from kls_portal.reference.toml_tables import FACT_FILES
        from vacancies.checks.overview import check_lines
        from vacancies.checks.overview import needed as needed_of_checks
        from vacancies.checks.services import checked, lawful_criteria
        from vacancies.drafting.extensions import extensions
        from vacancies.drafting.overview import draft_lines, draft_row
        from vacancies.drafting.overview import needed as needed_of_drafts
        from vacancies.drafting.services.reviews import purge_review_answers
        from vacancies.evaluation.overview import evaluation_lines
        from vacancies.evaluation.overview import needed as needed_of_evaluation
        from vacancies.evaluation.services.copied_wording import copied_wording_of
        from vacancies.evaluation.services.evidence import any_evidence_sheet_of
        from vacancies.induction.overview import induction_lines
        from vacancies.induction.services.due import forget_links, purge_plans
        from vacancies.management.reference_data import grant_editor_permissions_on_vacancies
        from vacancies.overview.digest import send_digests
        from vacancies.overview.example_parts import PARTS, example_part
        from vacancies.overview.services import own_vacancies
        from vacancies.posts.overview import file_lines, overview
        from vacancies.profiles.services.profiles import national_profiles_missing
        from vacancies.recruiting.forms.timeline import DatesForm
        from vacancies.recruiting.overview import due_of, own_dates, recruiting_lines, standing_of
        from vacancies.recruiting.overview import needed as needed_of_recruiting
        from vacancies.retention.overview import handover_lines
        from vacancies.retention.overview import needed as needed_of_handovers
        from vacancies.retention.services.handover import purge_handover_answers
        from vacancies.retention.services.peers import purge_peers

        extensions.check = checked
        extensions.lawful_criteria = lawful_criteria
        extensions.copied_wording = copied_wording_of
        extensions.evidence_sheet = any_evidence_sheet_of
        extensions.forms["dates"] = DatesForm
        FACT_FILES.append(Path(__file__).parent / "rulebook" / "data" / "pay.toml")
        EXAMPLES.update(dict.fromkeys(PARTS, example_part))
        FIRST_TASKS.append(national_profiles_missing)
        own_work.PANELS.append(own_vacancies)
        own_work.DATES.append(own_dates)
        overview.standing = standing_of
        overview.due = due_of
        overview.row = draft_row
        overview.register(handover_lines, needed_of_handovers)
        overview.register(draft_lines, needed_of_drafts)
        overview.register(check_lines, needed_of_checks)
        overview.register(recruiting_lines, needed_of_recruiting)
        overview.register(induction_lines)
        overview.register(evaluation_lines, needed_of_evaluation)
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
