"""What goes out of a vacancy: NHS Jobs pack, Fair Library Jobs report, list of checks."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.documents.paper import Paper
from vacancies.exports.check_papers import grades_unread, silent_words, unconfirmed
from vacancies.models import Vacancy
from vacancies.services.advert import advert_texts_of
from vacancies.services.check_papers import check_paper_of, fair_paper_of, fair_report_of
from vacancies.views.download import paper_download
from vacancies.views.fetch import vacancy_or_404
from vacancies.views.vacancies import PAGES


@require_safe
def nhs_jobs_pack(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the boxes of the NHS Jobs form and the ready texts, to copy."""
    vacancy = vacancy_or_404(request, vacancy_id)
    texts = advert_texts_of(vacancy)
    context = {
        "vacancy": vacancy,
        "boxes": [(box, _address(vacancy, box.section, box.field)) for box in texts.boxes],
        "ready": texts.ready,
    }
    return render(request, "vacancies/nhs_jobs_pack.html", context)


@require_safe
def fair_report(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the vacancy held against the Fair Library Jobs manifesto."""
    vacancy = vacancy_or_404(request, vacancy_id)
    report = fair_report_of(vacancy)
    context = {
        "vacancy": vacancy,
        "report": report,
        "no_grade": grades_unread(report),
        "parts": [
            (part, [(one, silent_words(one)) for one in judged]) for part, judged in report.parts
        ],
        "unconfirmed": unconfirmed(report),
    }
    return render(request, "vacancies/fair_report.html", context)


@require_safe
def fair_report_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the Fair Library Jobs report as a file."""
    return _file(request, vacancy_id, kind, "fair library jobs report", fair_paper_of)


@require_safe
def draft_check_file(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Return the points to think about, and those set aside with their reasons, as a file."""
    return _file(request, vacancy_id, kind, "checks", check_paper_of)


def _file(
    request: UserRequest,
    vacancy_id: int,
    kind: str,
    name: str,
    paper_of: Callable[[Vacancy], Paper],
) -> HttpResponse:
    vacancy = vacancy_or_404(request, vacancy_id)
    back = reverse("vacancies:draft_check", args=[vacancy.pk])
    return paper_download(request, paper_of(vacancy), kind, name, vacancy.title, back)


def _address(vacancy: Vacancy, section: str, field: str) -> str:
    address = reverse(f"vacancies:{PAGES[section]}", args=[vacancy.pk])
    return f"{address}#id_{field}" if field else address
