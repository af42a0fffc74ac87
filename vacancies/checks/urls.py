"""Addresses of checks."""

from django.urls import path, register_converter

import vacancies.posts.converters  # noqa: F401
from vacancies.checks import views


class Fingerprint:
    """By what a finding of a vacancy is known again."""

    regex = "[0-9a-f]{32}"
    to_python = to_url = staticmethod(str)


register_converter(Fingerprint, "fingerprint")

urlpatterns = [
    path("check/", views.text_check, name="text_check"),
    path("check/rules/", views.rule_list, name="rule_list"),
    path("<int:vacancy_id>/check/", views.draft_check, name="draft_check"),
    path(
        "<int:vacancy_id>/check/typed/<slug:section>/",
        views.typed_check,
        name="typed_check",
    ),
    path(
        "<int:vacancy_id>/check/points/<fingerprint:fingerprint>/",
        views.finding_dismiss,
        name="finding_dismiss",
    ),
    path(
        "<int:vacancy_id>/check/points.<document:kind>",
        views.draft_check_file,
        name="draft_check_file",
    ),
    path("<int:vacancy_id>/fair-library-jobs/", views.fair_report, name="fair_report"),
    path(
        "<int:vacancy_id>/fair-library-jobs/report.<document:kind>",
        views.fair_report_file,
        name="fair_report_file",
    ),
]
