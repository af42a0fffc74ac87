"""Addresses of the draft."""

from kls_portal.addresses import pages
from vacancies.drafting.views import criteria, examples, importing, rows, sections, versions

urlpatterns = [
    *pages(
        {
            "examples/": examples.example_list,
            "examples/<int:example_id>/": examples.example_detail,
            "examples/<int:example_id>/copy/": examples.example_copy,
            "examples/<int:example_id>/withdraw/": examples.example_withdraw,
            "review/<str:token>/": versions.review_detail,
            "review/<str:token>/<slug:about>/": versions.review_answer,
        }
    ),
    *pages(
        {
            "person-specification/links/": criteria.link_edit,
            "import/": importing.import_create,
            "import/confirm/": importing.import_confirm,
            "draft/": sections.draft_detail,
            "draft/job-description.<document:kind>": versions.draft_file,
            "versions/": versions.version_list,
            "versions/<int:number>/": versions.version_detail,
            "versions/<int:number>/job-description.<document:kind>": versions.version_file,
            "versions/<int:number>/changes/": versions.version_changes,
            "versions/<int:number>/offer/": examples.example_offer,
            "copied/": examples.copy_changes,
            "reality/": importing.reality_check,
            "reviews/": versions.review_list,
            "reviews/<slug:kind>/": versions.review_offer,
            "reviews/answers/<int:answer_id>/": versions.review_settle,
        },
        below="<int:vacancy_id>/",
    ),
    *sections.section_urls("<int:vacancy_id>/"),
    *rows.row_urls("<int:vacancy_id>/"),
]
