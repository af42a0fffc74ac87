"""Addresses of evidence and comparison."""

from django.urls import register_converter

import vacancies.posts.converters  # noqa: F401
from kls_portal.addresses import pages
from vacancies.evaluation import views


class FactorCode:
    """A factor of the scheme."""

    regex = "F(?:1[0-6]|[1-9])"
    to_python = to_url = staticmethod(str)


register_converter(FactorCode, "factor")

urlpatterns = [
    *pages(
        {
            "profiles/compare/": views.profile_compare,
        }
    ),
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
