"""URL patterns of induction."""

from kls_portal.addresses import pages
from vacancies.induction.views import checklists, plans, starter, template

urlpatterns = [
    *pages(
        {
            "induction/": checklists.quick_checklist,
            "induction/checklist.<kind:kind>": checklists.quick_checklist_file,
            "induction/probation-review.<document:kind>": checklists.probation_review_file,
            "induction/plans/": plans.plan_list,
            "induction/plans/new/": plans.plan_create,
            "induction/plans/induction-plans.<kind:kind>": checklists.plans_file,
            "induction/plans/<int:plan_id>/": plans.plan_detail,
            "induction/plans/<int:plan_id>/edit/": plans.plan_edit,
            "induction/plans/<int:plan_id>/start/": plans.plan_start_move,
            "induction/plans/<int:plan_id>/record/": plans.plan_record,
            "induction/plans/<int:plan_id>/finish/": plans.plan_finish,
            "induction/plans/<int:plan_id>/erase/": plans.plan_erase,
            "induction/plans/<int:plan_id>/goals/": plans.plan_goals,
            "induction/plans/<int:plan_id>/welcome/": starter.plan_welcome,
            "induction/plans/<int:plan_id>/link/": starter.plan_link,
            "induction/plans/<int:plan_id>/buddy-link/": starter.plan_buddy_link,
            "induction/plans/<int:plan_id>/questions/<int:asked_id>/": plans.plan_answer,
            "induction/plans/<int:plan_id>/tasks/<slug:code>/tick/": plans.plan_tick,
            "induction/plans/<int:plan_id>/induction-plan.<kind:kind>": checklists.plan_file,
            "induction/plans/<int:plan_id>/held-data.<document:kind>": checklists.plan_data_file,
            "induction/organisations/<int:organisation_id>/": template.template_detail,
            "induction/organisations/<int:organisation_id>/settings/": template.template_settings,
            "induction/list/<str:token>/": starter.starter_list,
            "induction/list/<str:token>/first-weeks.<calendar:kind>": starter.starter_file,
            "induction/list/<str:token>/tasks/<slug:code>/": starter.starter_tick,
        }
    ),
    *pages(
        {
            "induction/": checklists.induction_detail,
            "induction/checklist.<kind:kind>": checklists.induction_file,
        },
        below="<int:vacancy_id>/",
    ),
    *plans.TASK_PAGES.urls("induction/plans/<int:plan_id>/tasks/"),
    *template.TASK_PAGES.urls("induction/organisations/<int:organisation_id>/tasks/"),
]
