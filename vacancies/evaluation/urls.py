"""Addresses of evidence and comparison."""

from django.urls import path, register_converter

import vacancies.posts.converters  # noqa: F401
from vacancies.evaluation import views


class FactorCode:
    """A factor of the scheme."""

    regex = "F(?:1[0-6]|[1-9])"
    to_python = to_url = staticmethod(str)


register_converter(FactorCode, "factor")

urlpatterns = [
    path("profiles/compare/", views.profile_compare, name="profile_compare"),
    path("<int:vacancy_id>/evidence/", views.evidence_detail, name="evidence_detail"),
    path("<int:vacancy_id>/evidence/<factor:factor>/", views.evidence_edit, name="evidence_edit"),
    path(
        "<int:vacancy_id>/evidence/evidence-sheet.<document:kind>",
        views.evidence_file,
        name="evidence_file",
    ),
    path("<int:vacancy_id>/comparison/", views.comparison_detail, name="comparison_detail"),
    path(
        "<int:vacancy_id>/versions/<int:number>/evidence-sheet.<document:kind>",
        views.version_evidence_file,
        name="version_evidence_file",
    ),
]
