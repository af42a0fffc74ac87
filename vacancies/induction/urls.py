"""Addresses of induction."""

from django.urls import path

import vacancies.posts.converters  # noqa: F401
from vacancies.induction.views import files, plans, quick_checklist, starter, tasks, template

urlpatterns = [
    path("induction/", quick_checklist.quick_checklist, name="quick_checklist"),
    path(
        "induction/checklist.<kind:kind>",
        quick_checklist.quick_checklist_file,
        name="quick_checklist_file",
    ),
    path(
        "induction/probation-review.<document:kind>",
        quick_checklist.probation_review_file,
        name="probation_review_file",
    ),
    path("induction/plans/", plans.plan_list, name="plan_list"),
    path("induction/plans/new/", plans.plan_create, name="plan_create"),
    path(
        "induction/plans/induction-plans.<kind:kind>",
        files.plans_file,
        name="plans_file",
    ),
    path("induction/plans/<int:plan_id>/", plans.plan_detail, name="plan_detail"),
    path("induction/plans/<int:plan_id>/edit/", plans.plan_edit, name="plan_edit"),
    path("induction/plans/<int:plan_id>/start/", plans.plan_start_move, name="plan_start_move"),
    path("induction/plans/<int:plan_id>/record/", plans.plan_record, name="plan_record"),
    path("induction/plans/<int:plan_id>/finish/", plans.plan_finish, name="plan_finish"),
    path("induction/plans/<int:plan_id>/erase/", plans.plan_erase, name="plan_erase"),
    path(
        "induction/plans/<int:plan_id>/goals/",
        tasks.plan_goals,
        name="plan_goals",
    ),
    path("induction/plans/<int:plan_id>/link/", tasks.plan_link, name="plan_link"),
    path(
        "induction/plans/<int:plan_id>/questions/<int:asked_id>/",
        tasks.plan_answer,
        name="plan_answer",
    ),
    path(
        "induction/plans/<int:plan_id>/tasks/<slug:code>/tick/",
        tasks.plan_tick,
        name="plan_tick",
    ),
    *tasks.TASK_PAGES.urls("induction/plans/<int:plan_id>/tasks/"),
    path(
        "induction/plans/<int:plan_id>/induction-plan.<kind:kind>",
        files.plan_file,
        name="plan_file",
    ),
    path(
        "induction/plans/<int:plan_id>/held-data.<document:kind>",
        files.plan_data_file,
        name="plan_data_file",
    ),
    path(
        "induction/organisations/<int:organisation_id>/",
        template.template_detail,
        name="template_detail",
    ),
    path(
        "induction/organisations/<int:organisation_id>/settings/",
        template.template_settings,
        name="template_settings",
    ),
    *template.TASK_PAGES.urls("induction/organisations/<int:organisation_id>/tasks/"),
    path("induction/list/<str:token>/", starter.starter_list, name="starter_list"),
    path(
        "induction/list/<str:token>/tasks/<slug:code>/",
        starter.starter_tick,
        name="starter_tick",
    ),
    path("<int:vacancy_id>/induction/", quick_checklist.induction_detail, name="induction_detail"),
    path(
        "<int:vacancy_id>/induction/checklist.<kind:kind>",
        quick_checklist.induction_file,
        name="induction_file",
    ),
]
