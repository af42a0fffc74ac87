"""The check of a vacancy and its Fair Library Jobs report, ready to show and to draw."""

from django.utils.timezone import localdate

from kls_portal.documents.paper import Paper
from vacancies.checks.fair_library_jobs import FairReport, fair_report
from vacancies.exports.check_papers import SetAside, check_paper, fair_paper
from vacancies.models import Vacancy
from vacancies.services.draft_checks import Checked, Shown, checked, file_of


def fair_report_of(vacancy: Vacancy, found: Checked | None = None) -> FairReport:
    """Return a vacancy held against the manifesto. Fetch it with `for_draft()`."""
    found = found or checked(vacancy)
    return fair_report(
        file_of(vacancy),
        (shown.found for shown in found.open),
        (shown.found for shown in found.aside),
    )


def fair_paper_of(vacancy: Vacancy) -> Paper:
    """Return the Fair Library Jobs report of a vacancy as a document."""
    report = fair_report_of(vacancy)
    return fair_paper(vacancy.title, vacancy.organisation.name, localdate(), report)


def check_paper_of(vacancy: Vacancy) -> Paper:
    """Return the findings of a vacancy as a document, with what was set aside and why."""
    found = checked(vacancy)
    return check_paper(
        vacancy.title,
        vacancy.organisation.name,
        localdate(),
        (shown.found for shown in found.open),
        (_aside(shown) for shown in found.aside),
        found.unread,
    )


def _aside(shown: Shown) -> SetAside:
    finding, row = shown.found.finding, shown.aside
    return SetAside(
        shown.found.place.name,
        finding.message,
        shown.found.sentence if finding.excerpt else "",
        row.reason if row else "",
        localdate(row.set_aside_at) if row else localdate(),
    )
