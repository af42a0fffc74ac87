"""The whole draft to read and print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vacancies.drafting.groups import by_group
from vacancies.models import Vacancy
from vacancies.services.drafting import sections_of
from vacancies.services.echoes import echoes_of
from vacancies.views.fetch import vacancy_or_404


@require_safe
def draft_detail(request: HttpRequest, vacancy_id: int) -> HttpResponse:
    """Show the job description and person specification as they stand."""
    vacancy = vacancy_or_404(request, vacancy_id)
    lacking = [section for section in sections_of(vacancy) if section.lacks]
    context = {
        "vacancy": vacancy,
        "lacking": lacking,
        "echoes": echoes_of(vacancy),
        "groups": by_group(vacancy.duties.all()),
        "facts": [(key, value) for key, value in _facts(vacancy) if value],
        "essential": [c for c in vacancy.criteria.all() if c.essential],
        "desirable": [c for c in vacancy.criteria.all() if not c.essential],
    }
    return render(request, "vacancies/draft_detail.html", context)


def _facts(vacancy: Vacancy) -> list[tuple[str, object]]:
    return [
        ("Band expected", vacancy.get_band_display()),
        ("Hours a week", vacancy.hours and f"{vacancy.hours.normalize():f}"),
        ("Contract", vacancy.get_contract_display()),
        ("Length", vacancy.contract_length),
        ("Place", vacancy.place),
        ("Flexible working", vacancy.flexible_working),
        ("Reports to", vacancy.reports_to),
        ("Supervises", vacancy.supervises),
    ]
