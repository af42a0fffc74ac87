"""Addresses of recruiting."""

from django.urls import path, register_converter

import vacancies.posts.converters  # noqa: F401
from vacancies.recruiting.views import (
    advert,
    advert_plan,
    milestones,
    outcomes,
    questions,
    selection,
    timeline,
)


class PackSlug:
    """The packs of a selection."""

    regex = "|".join(selection.SLUGS)
    to_python = to_url = staticmethod(str)


register_converter(PackSlug, "pack")

urlpatterns = [
    path("<int:vacancy_id>/dates/", timeline.dates_edit, name="dates_edit"),
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
        milestones.timeline_step_edit,
        name="timeline_step_edit",
    ),
    path(
        "<int:vacancy_id>/timeline/steps/<slug:code>/move/",
        milestones.timeline_step_move,
        name="timeline_step_move",
    ),
    path(
        "<int:vacancy_id>/timeline/steps/<slug:code>/tick/",
        milestones.timeline_step_tick,
        name="timeline_step_tick",
    ),
    path("<int:vacancy_id>/nhs-jobs/", advert.nhs_jobs_pack, name="nhs_jobs_pack"),
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
    path("<int:vacancy_id>/advert-plan/case/", advert.advert_case_edit, name="advert_case_edit"),
    path(
        "<int:vacancy_id>/advert-plan/case/letter.<document:kind>",
        advert.advert_case_file,
        name="advert_case_file",
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
    path("<int:vacancy_id>/selection/packs/", selection.pack_list, name="pack_list"),
    path(
        "<int:vacancy_id>/selection/packs/<pack:slug>.<document:kind>",
        selection.pack_file,
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
        "<int:vacancy_id>/timeline/tasks/<slug:code>/tick/",
        milestones.timeline_task_tick,
        name="timeline_task_tick",
    ),
    *milestones.TASK_PAGES.urls("<int:vacancy_id>/timeline/tasks/"),
    path(
        "<int:vacancy_id>/checklists/<path:old>",
        timeline.checklist_move,
        name="checklist_move",
    ),
]
