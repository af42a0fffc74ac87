"""URL patterns of evidence and comparison."""

from kls_portal.addresses import pages, part_of_addresses
from vacancies.evaluation import views

part_of_addresses("factor", "F(?:1[0-6]|[1-9])")
"""A factor of the scheme."""

urlpatterns = [
    *pages({"profiles/compare/": views.profile_compare}),
    *pages(
        {
            "evidence/": views.evidence_detail,
            "evidence/<factor:factor>/": views.evidence_edit,
            "evidence/evidence-sheet.<document:kind>": views.evidence_file,
            "comparison/": views.comparison_detail,
            "versions/<int:number>/evidence-sheet.<document:kind>": views.version_evidence_file,
        },
        below="<int:vacancy_id>/",
    ),
]
