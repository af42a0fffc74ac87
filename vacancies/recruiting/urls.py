"""URL patterns of recruiting."""

from kls_portal.addresses import pages, part_of_addresses
from vacancies.recruiting.views import advert, milestones, questions, selection, timeline

part_of_addresses("pack", "|".join(selection.SLUGS))
"""The packs of a selection."""

urlpatterns = [
    *pages(
        {
            "panel/<str:token>/": selection.panel_day,
            "panel/<str:token>/<pack:slug>.<document:kind>": selection.panel_file,
        }
    ),
    *pages(
        {
            "timeline/": timeline.timeline_detail,
            "timeline/plan/": timeline.timeline_edit,
            "timeline/proposal/": timeline.timeline_proposal,
            "timeline/timeline.<kind:kind>": timeline.timeline_file,
            "timeline/again/": timeline.timeline_again,
            "timeline/steps/<slug:code>/": milestones.timeline_step_edit,
            "timeline/steps/<slug:code>/move/": milestones.timeline_step_move,
            "timeline/steps/<slug:code>/tick/": milestones.timeline_step_tick,
            "nhs-jobs/": advert.nhs_jobs_pack,
            "advert-plan/": advert.advert_plan_detail,
            "advert-plan/advert-plan.<document:kind>": advert.advert_plan_file,
            "advert-plan/<int:choice_id>/": advert.advert_choice_edit,
            "advert-plan/<int:choice_id>/remove/": advert.advert_choice_remove,
            "advert-plan/case/": advert.advert_case_edit,
            "advert-plan/case/letter.<document:kind>": advert.advert_case_file,
            "proposals/": selection.proposal_edit,
            "selection/": selection.coverage_detail,
            "selection/weights/": questions.weight_edit,
            "selection/packs/": selection.pack_list,
            "selection/packs/panel/": selection.panel_link,
            "selection/packs/<pack:slug>.<document:kind>": selection.pack_file,
            "letters/": selection.letter_list,
            "letters/letters.<document:kind>": selection.letter_file,
            "outcome/": advert.outcome_detail,
            "outcome/edit/": advert.outcome_edit,
            "outcome/reopen/": advert.outcome_reopen,
            "outcome/channels/<slug:code>/": advert.outcome_channel_edit,
            "timeline/tasks/<slug:code>/tick/": milestones.timeline_task_tick,
        },
        below="<int:vacancy_id>/",
    ),
    *milestones.TASK_PAGES.urls("<int:vacancy_id>/timeline/tasks/"),
    *pages(
        {
            "": questions.question_list,
            "add/": questions.question_create,
            "<int:question_id>/": questions.question_edit,
            "<int:question_id>/move/<direction:direction>/": questions.question_move,
            "<int:question_id>/remove/": questions.question_remove,
        },
        below="<int:vacancy_id>/selection/questions/",
    ),
]
