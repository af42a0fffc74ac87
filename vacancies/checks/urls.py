"""URL patterns of checks."""

from kls_portal.addresses import pages, part_of_addresses
from vacancies.checks import views

part_of_addresses("fingerprint", "[0-9a-f]{32}")
"""The fingerprint of a finding."""

urlpatterns = [
    *pages(
        {
            "check/": views.text_check,
            "check/rules/": views.rule_list,
        }
    ),
    *pages(
        {
            "check/": views.draft_check,
            "check/typed/<slug:section>/": views.typed_check,
            "check/points/<fingerprint:fingerprint>/": views.finding_dismiss,
            "check/points.<document:kind>": views.draft_check_file,
            "fair-library-jobs/": views.fair_report,
            "fair-library-jobs/report.<document:kind>": views.fair_report_file,
        },
        below="<int:vacancy_id>/",
    ),
]
