"""Addresses of the vacancies app. The view, the name, the template and the test share a word."""

from django.urls import path, register_converter

from vacancies.views import (
    advert_case,
    advert_plan,
    advert_texts,
    checks,
    criteria,
    draft_checks,
    drafts,
    duties,
    evidence,
    examples,
    files,
    imports,
    induction,
    induction_plan_files,
    induction_plan_tasks,
    induction_plans,
    induction_starter,
    induction_template,
    leaver,
    outcomes,
    packs,
    peers,
    profiles,
    questions,
    reality,
    retention,
    sections,
    selection,
    stage_tasks,
    stages,
    themes,
    timeline,
    timeline_steps,
    vacancies,
    versions,
)


class FileKind:
    """The kinds of file a checklist comes in."""

    regex = "pdf|docx|ics"
    to_python = to_url = staticmethod(str)


class DocumentKind:
    """The kinds of file a document comes in."""

    regex = "pdf|docx"
    to_python = to_url = staticmethod(str)


class PackSlug:
    """The packs of a selection."""

    regex = "|".join(packs.SLUGS)
    to_python = to_url = staticmethod(str)


class StageSlug:
    """The stages of recruiting that have a checklist."""

    regex = "|".join(stages.SLUGS)
    to_python = to_url = staticmethod(str)


class Direction:
    """Where a row may move."""

    regex = "up|down"
    to_python = to_url = staticmethod(str)


class FactorCode:
    """A factor of the scheme."""

    regex = "F(?:1[0-6]|[1-9])"
    to_python = to_url = staticmethod(str)


class Fingerprint:
    """By what a finding of a vacancy is known again."""

    regex = "[0-9a-f]{32}"
    to_python = to_url = staticmethod(str)


register_converter(Fingerprint, "fingerprint")
register_converter(FactorCode, "factor")
register_converter(FileKind, "kind")
register_converter(DocumentKind, "document")
register_converter(Direction, "direction")
register_converter(PackSlug, "pack")
register_converter(StageSlug, "stage")

app_name = "vacancies"
urlpatterns = [
    path("", vacancies.vacancy_list, name="vacancy_list"),
    path("new/", vacancies.vacancy_create, name="vacancy_create"),
    path("profiles/", profiles.profile_list, name="profile_list"),
    path("profiles/compare/", profiles.profile_compare, name="profile_compare"),
    path("profiles/<slug:code>/", profiles.profile_detail, name="profile_detail"),
    path("check/", checks.text_check, name="text_check"),
    path("check/rules/", checks.rule_list, name="rule_list"),
    path("induction/", induction.quick_checklist, name="quick_checklist"),
    path(
        "induction/checklist.<kind:kind>",
        induction.quick_checklist_file,
        name="quick_checklist_file",
    ),
    path("induction/plans/", induction_plans.plan_list, name="plan_list"),
    path("induction/plans/new/", induction_plans.plan_create, name="plan_create"),
    path(
        "induction/plans/induction-plans.<kind:kind>",
        induction_plan_files.plans_file,
        name="plans_file",
    ),
    path("induction/plans/<int:plan_id>/", induction_plans.plan_detail, name="plan_detail"),
    path("induction/plans/<int:plan_id>/edit/", induction_plans.plan_edit, name="plan_edit"),
    path("induction/plans/<int:plan_id>/record/", induction_plans.plan_record, name="plan_record"),
    path("induction/plans/<int:plan_id>/finish/", induction_plans.plan_finish, name="plan_finish"),
    path("induction/plans/<int:plan_id>/erase/", induction_plans.plan_erase, name="plan_erase"),
    path(
        "induction/plans/<int:plan_id>/goals/",
        induction_plan_tasks.plan_goals,
        name="plan_goals",
    ),
    path("induction/plans/<int:plan_id>/link/", induction_plan_tasks.plan_link, name="plan_link"),
    path(
        "induction/plans/<int:plan_id>/questions/<int:asked_id>/",
        induction_plan_tasks.plan_answer,
        name="plan_answer",
    ),
    path(
        "induction/plans/<int:plan_id>/tasks/add/",
        induction_plan_tasks.plan_task_create,
        name="plan_task_create",
    ),
    path(
        "induction/plans/<int:plan_id>/tasks/<slug:code>/",
        induction_plan_tasks.plan_task_edit,
        name="plan_task_edit",
    ),
    path(
        "induction/plans/<int:plan_id>/tasks/<slug:code>/tick/",
        induction_plan_tasks.plan_tick,
        name="plan_tick",
    ),
    path(
        "induction/plans/<int:plan_id>/tasks/<slug:code>/leave-out/",
        induction_plan_tasks.plan_task_remove,
        name="plan_task_remove",
    ),
    path(
        "induction/plans/<int:plan_id>/tasks/<slug:code>/restore/",
        induction_plan_tasks.plan_task_restore,
        name="plan_task_restore",
    ),
    path(
        "induction/plans/<int:plan_id>/induction-plan.<kind:kind>",
        induction_plan_files.plan_file,
        name="plan_file",
    ),
    path(
        "induction/plans/<int:plan_id>/held-data.<document:kind>",
        induction_plan_files.plan_data_file,
        name="plan_data_file",
    ),
    path(
        "induction/organisations/<int:organisation_id>/",
        induction_template.template_detail,
        name="template_detail",
    ),
    path(
        "induction/organisations/<int:organisation_id>/settings/",
        induction_template.template_settings,
        name="template_settings",
    ),
    path(
        "induction/organisations/<int:organisation_id>/tasks/add/",
        induction_template.template_task_create,
        name="template_task_create",
    ),
    path(
        "induction/organisations/<int:organisation_id>/tasks/<slug:code>/",
        induction_template.template_task_edit,
        name="template_task_edit",
    ),
    path(
        "induction/organisations/<int:organisation_id>/tasks/<slug:code>/leave-out/",
        induction_template.template_task_remove,
        name="template_task_remove",
    ),
    path(
        "induction/organisations/<int:organisation_id>/tasks/<slug:code>/restore/",
        induction_template.template_task_restore,
        name="template_task_restore",
    ),
    path("induction/list/<str:token>/", induction_starter.starter_list, name="starter_list"),
    path(
        "induction/list/<str:token>/tasks/<slug:code>/",
        induction_starter.starter_tick,
        name="starter_tick",
    ),
    path("leaver/<str:token>/", leaver.leaver_answers, name="leaver_answers"),
    path("<int:vacancy_id>/handover/", leaver.leaver_detail, name="leaver_detail"),
    path("<int:vacancy_id>/handover/link/", leaver.leaver_link, name="leaver_link"),
    path("<int:vacancy_id>/handover/answers/", leaver.leaver_edit, name="leaver_edit"),
    path("retention/", retention.retention_list, name="retention_list"),
    path("retention/year/", retention.retention_year, name="retention_year"),
    path("retention/year.ics", retention.retention_year_file, name="retention_year_file"),
    path("retention/<slug:code>/", retention.retention_detail, name="retention_detail"),
    path("peers/", peers.peer_list, name="peer_list"),
    path("peers/new/", peers.peer_create, name="peer_create"),
    path("peers/<int:offer_id>/edit/", peers.peer_edit, name="peer_edit"),
    path("peers/<int:offer_id>/withdraw/", peers.peer_withdraw, name="peer_withdraw"),
    path("peers/<int:offer_id>/contact/", peers.peer_contact, name="peer_contact"),
    path("peers/themes/", themes.theme_list, name="theme_list"),
    path("peers/themes/<int:theme_id>/vote/", themes.theme_vote, name="theme_vote"),
    path("examples/", examples.example_list, name="example_list"),
    path("examples/<int:example_id>/", examples.example_detail, name="example_detail"),
    path("examples/<int:example_id>/copy/", examples.example_copy, name="example_copy"),
    path("examples/<int:example_id>/withdraw/", examples.example_withdraw, name="example_withdraw"),
    path("<int:vacancy_id>/", vacancies.vacancy_detail, name="vacancy_detail"),
    path("<int:vacancy_id>/share/", vacancies.vacancy_share, name="vacancy_share"),
    path("<int:vacancy_id>/delete/", vacancies.vacancy_delete, name="vacancy_delete"),
    path("<int:vacancy_id>/post/", sections.post_edit, name="post_edit"),
    path("<int:vacancy_id>/dates/", sections.dates_edit, name="dates_edit"),
    path("<int:vacancy_id>/timeline/", timeline.timeline_detail, name="timeline_detail"),
    path("<int:vacancy_id>/timeline/plan/", timeline.timeline_edit, name="timeline_edit"),
    path(
        "<int:vacancy_id>/timeline/proposal/",
        timeline.timeline_proposal,
        name="timeline_proposal",
    ),
    path(
        "<int:vacancy_id>/timeline/timeline.<kind:kind>",
        timeline.timeline_file,
        name="timeline_file",
    ),
    path("<int:vacancy_id>/timeline/again/", timeline.timeline_again, name="timeline_again"),
    path(
        "<int:vacancy_id>/timeline/steps/<slug:code>/",
        timeline_steps.timeline_step_edit,
        name="timeline_step_edit",
    ),
    path(
        "<int:vacancy_id>/timeline/steps/<slug:code>/move/",
        timeline_steps.timeline_step_move,
        name="timeline_step_move",
    ),
    path(
        "<int:vacancy_id>/timeline/steps/<slug:code>/tick/",
        timeline_steps.timeline_step_tick,
        name="timeline_step_tick",
    ),
    path("<int:vacancy_id>/purpose/", sections.purpose_edit, name="purpose_edit"),
    path("<int:vacancy_id>/advert/", sections.advert_edit, name="advert_edit"),
    path("<int:vacancy_id>/check/", draft_checks.draft_check, name="draft_check"),
    path(
        "<int:vacancy_id>/check/points.<document:kind>",
        advert_texts.draft_check_file,
        name="draft_check_file",
    ),
    path("<int:vacancy_id>/fair-library-jobs/", advert_texts.fair_report, name="fair_report"),
    path(
        "<int:vacancy_id>/fair-library-jobs/report.<document:kind>",
        advert_texts.fair_report_file,
        name="fair_report_file",
    ),
    path("<int:vacancy_id>/nhs-jobs/", advert_texts.nhs_jobs_pack, name="nhs_jobs_pack"),
    path(
        "<int:vacancy_id>/advert-plan/", advert_plan.advert_plan_detail, name="advert_plan_detail"
    ),
    path(
        "<int:vacancy_id>/advert-plan/advert-plan.<document:kind>",
        advert_plan.advert_plan_file,
        name="advert_plan_file",
    ),
    path(
        "<int:vacancy_id>/advert-plan/channels/<slug:code>/add/",
        advert_plan.advert_choice_add,
        name="advert_choice_add",
    ),
    path(
        "<int:vacancy_id>/advert-plan/<int:choice_id>/",
        advert_plan.advert_choice_edit,
        name="advert_choice_edit",
    ),
    path(
        "<int:vacancy_id>/advert-plan/<int:choice_id>/remove/",
        advert_plan.advert_choice_remove,
        name="advert_choice_remove",
    ),
    path(
        "<int:vacancy_id>/advert-plan/case/", advert_case.advert_case_edit, name="advert_case_edit"
    ),
    path(
        "<int:vacancy_id>/advert-plan/case/letter.<document:kind>",
        advert_case.advert_case_file,
        name="advert_case_file",
    ),
    path(
        "<int:vacancy_id>/check/typed/<slug:section>/",
        draft_checks.typed_check,
        name="typed_check",
    ),
    path(
        "<int:vacancy_id>/check/points/<fingerprint:fingerprint>/",
        draft_checks.finding_set_aside,
        name="finding_set_aside",
    ),
    path("<int:vacancy_id>/duties/", duties.duty_list, name="duty_list"),
    path("<int:vacancy_id>/duties/order/", duties.duty_order, name="duty_order"),
    path("<int:vacancy_id>/duties/<int:duty_id>/", duties.duty_edit, name="duty_edit"),
    path(
        "<int:vacancy_id>/duties/<int:duty_id>/group/<direction:direction>/",
        duties.duty_group_move,
        name="duty_group_move",
    ),
    path(
        "<int:vacancy_id>/duties/<int:duty_id>/move/<direction:direction>/",
        duties.duty_move,
        name="duty_move",
    ),
    path("<int:vacancy_id>/duties/<int:duty_id>/remove/", duties.duty_remove, name="duty_remove"),
    path("<int:vacancy_id>/person-specification/", criteria.criterion_list, name="criterion_list"),
    path(
        "<int:vacancy_id>/person-specification/add/",
        criteria.criterion_create,
        name="criterion_create",
    ),
    path(
        "<int:vacancy_id>/person-specification/<int:criterion_id>/",
        criteria.criterion_edit,
        name="criterion_edit",
    ),
    path(
        "<int:vacancy_id>/person-specification/<int:criterion_id>/move/<direction:direction>/",
        criteria.criterion_move,
        name="criterion_move",
    ),
    path(
        "<int:vacancy_id>/person-specification/<int:criterion_id>/remove/",
        criteria.criterion_remove,
        name="criterion_remove",
    ),
    path("<int:vacancy_id>/selection/", selection.coverage_detail, name="coverage_detail"),
    path("<int:vacancy_id>/selection/questions/", questions.question_list, name="question_list"),
    path(
        "<int:vacancy_id>/selection/questions/add/",
        questions.question_create,
        name="question_create",
    ),
    path(
        "<int:vacancy_id>/selection/questions/<int:question_id>/",
        questions.question_edit,
        name="question_edit",
    ),
    path(
        "<int:vacancy_id>/selection/questions/<int:question_id>/move/<direction:direction>/",
        questions.question_move,
        name="question_move",
    ),
    path(
        "<int:vacancy_id>/selection/questions/<int:question_id>/remove/",
        questions.question_remove,
        name="question_remove",
    ),
    path("<int:vacancy_id>/selection/weights/", questions.weight_edit, name="weight_edit"),
    path("<int:vacancy_id>/selection/packs/", packs.pack_list, name="pack_list"),
    path(
        "<int:vacancy_id>/selection/packs/<pack:slug>.<document:kind>",
        packs.pack_file,
        name="pack_file",
    ),
    path("<int:vacancy_id>/outcome/", outcomes.outcome_detail, name="outcome_detail"),
    path("<int:vacancy_id>/outcome/edit/", outcomes.outcome_edit, name="outcome_edit"),
    path("<int:vacancy_id>/outcome/reopen/", outcomes.outcome_reopen, name="outcome_reopen"),
    path(
        "<int:vacancy_id>/outcome/channels/<slug:code>/",
        outcomes.outcome_channel_edit,
        name="outcome_channel_edit",
    ),
    path(
        "<int:vacancy_id>/checklists/recruitment-checklists.<document:kind>",
        stages.stages_file,
        name="stages_file",
    ),
    path("<int:vacancy_id>/checklists/<stage:stage>/", stages.stage_detail, name="stage_detail"),
    path(
        "<int:vacancy_id>/checklists/<stage:stage>/checklist.<document:kind>",
        stages.stage_file,
        name="stage_file",
    ),
    path(
        "<int:vacancy_id>/checklists/<stage:stage>/tasks/add/",
        stage_tasks.stage_task_create,
        name="stage_task_create",
    ),
    path(
        "<int:vacancy_id>/checklists/<stage:stage>/tasks/<slug:code>/",
        stage_tasks.stage_task_edit,
        name="stage_task_edit",
    ),
    path(
        "<int:vacancy_id>/checklists/<stage:stage>/tasks/<slug:code>/tick/",
        stage_tasks.stage_tick,
        name="stage_tick",
    ),
    path(
        "<int:vacancy_id>/checklists/<stage:stage>/tasks/<slug:code>/leave-out/",
        stage_tasks.stage_task_remove,
        name="stage_task_remove",
    ),
    path(
        "<int:vacancy_id>/checklists/<stage:stage>/tasks/<slug:code>/restore/",
        stage_tasks.stage_task_restore,
        name="stage_task_restore",
    ),
    path("<int:vacancy_id>/evidence/", evidence.evidence_detail, name="evidence_detail"),
    path(
        "<int:vacancy_id>/evidence/<factor:factor>/", evidence.evidence_edit, name="evidence_edit"
    ),
    path(
        "<int:vacancy_id>/evidence/evidence-sheet.<document:kind>",
        files.evidence_file,
        name="evidence_file",
    ),
    path("<int:vacancy_id>/comparison/", evidence.comparison_detail, name="comparison_detail"),
    path("<int:vacancy_id>/import/", imports.import_create, name="import_create"),
    path("<int:vacancy_id>/import/confirm/", imports.import_confirm, name="import_confirm"),
    path("<int:vacancy_id>/draft/", drafts.draft_detail, name="draft_detail"),
    path(
        "<int:vacancy_id>/draft/job-description.<document:kind>",
        files.draft_file,
        name="draft_file",
    ),
    path("<int:vacancy_id>/versions/", versions.version_list, name="version_list"),
    path("<int:vacancy_id>/versions/<int:number>/", versions.version_detail, name="version_detail"),
    path(
        "<int:vacancy_id>/versions/<int:number>/job-description.<document:kind>",
        files.version_file,
        name="version_file",
    ),
    path(
        "<int:vacancy_id>/versions/<int:number>/evidence-sheet.<document:kind>",
        files.version_evidence_file,
        name="version_evidence_file",
    ),
    path(
        "<int:vacancy_id>/versions/<int:number>/changes/",
        versions.version_changes,
        name="version_changes",
    ),
    path(
        "<int:vacancy_id>/versions/<int:number>/offer/",
        examples.example_offer,
        name="example_offer",
    ),
    path("<int:vacancy_id>/copied/", examples.copy_changes, name="copy_changes"),
    path("<int:vacancy_id>/reality/", reality.reality_check, name="reality_check"),
    path("<int:vacancy_id>/induction/", induction.induction_detail, name="induction_detail"),
    path(
        "<int:vacancy_id>/induction/checklist.<kind:kind>",
        induction.induction_file,
        name="induction_file",
    ),
]
