"""The panel's evidence sheet of a vacancy, and its comparison with several profiles."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.forms.evidence import EvidenceForm
from vacancies.job_evaluation.evidence import INDICATIVE
from vacancies.models import FactorEvidence, Vacancy
from vacancies.services.comparison import candidates_for
from vacancies.services.evidence import (
    FactorState,
    evidence_sheet_of,
    factor_states,
    levels_of,
    save_evidence,
)
from vacancies.services.profiles import beside
from vacancies.services.scheme import scheme
from vacancies.views.fetch import posted, vacancy_or_404
from vacancies.views.saving import one_at_a_time, save_posted

TO_NEXT = "next"


@require_safe
def evidence_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the 16 factors beside the profile, the result by the rules, and what to bring."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_evidence())
    states = factor_states(vacancy)
    context = {
        **_result(vacancy, states),
        "vacancy": vacancy,
        "no_range": [state.factor.name for state in states if not state.range_label],
    }
    return render(request, "vacancies/evidence_detail.html", context)


@require_safe_or_post
@one_at_a_time
def evidence_edit(request: UserRequest, vacancy_id: int, factor: str) -> HttpResponse:
    """Write the evidence for one factor and the level it supports."""
    among = Vacancy.objects.for_evidence()
    if request.method == "POST":
        among = among.select_for_update(of=("self",))
    vacancy = vacancy_or_404(request, vacancy_id, among)
    found, shown = scheme().factor(factor), beside(vacancy.profile)
    ranges = {row.factor.code: row for row in shown.factors} if shown else {}
    row = FactorEvidence.objects.filter(vacancy=vacancy, factor=factor).first()
    form = EvidenceForm(
        posted(request),
        instance=row or FactorEvidence(vacancy=vacancy, factor=factor),
        vacancy=vacancy,
        factor=found,
        in_range=[level.level for level in ranges[factor].levels] if factor in ranges else [],
    )
    following = _after(factor)

    def save() -> None:
        form.instance = save_evidence(vacancy=vacancy, factor=factor, **form.evidence)

    said = f"You saved the evidence for “{found.name}”."
    address = _next_page(request, vacancy, following)
    if answer := save_posted(request, form, save, said, address, lambda: _beside(vacancy, factor)):
        return answer
    context = {
        **_result_beside(vacancy, factor),
        "vacancy": vacancy,
        "factor": found,
        "range": ranges.get(factor),
        "form": form,
        "following": following,
    }
    return render(request, "vacancies/evidence_edit.html", context)


@require_safe
def comparison_detail(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the same evidence beside every profile: which are worth taking to a panel, and why."""
    vacancy = vacancy_or_404(request, vacancy_id, Vacancy.objects.for_evidence())
    candidates, without_ranges = candidates_for(vacancy)
    context = {
        "vacancy": vacancy,
        "candidates": candidates,
        "without_ranges": without_ranges,
        "given": len(levels_of(vacancy)),
        "indicative": INDICATIVE,
    }
    return render(request, "vacancies/comparison_detail.html", context)


def _beside(vacancy: Vacancy, factor: str) -> str:
    """Return the HTML of the result beside a factor, of what is saved now."""
    now = Vacancy.objects.for_evidence().get(pk=vacancy.pk)
    return render_to_string("vacancies/partials/evidence_beside.html", _result_beside(now, factor))


def _result_beside(vacancy: Vacancy, factor: str) -> dict[str, Any]:
    states = factor_states(vacancy)
    state = next(state for state in states if state.factor.code == factor)
    return {**_result(vacancy, states), "state": state}


def _result(vacancy: Vacancy, states: list[FactorState]) -> dict[str, Any]:
    return {
        "states": states,
        "given": sum(state.level is not None for state in states),
        "sheet": evidence_sheet_of(vacancy),
        "indicative": INDICATIVE,
    }


def _next_page(request: UserRequest, vacancy: Vacancy, following: str) -> str:
    if following and TO_NEXT in request.POST:
        return reverse("vacancies:evidence_edit", args=[vacancy.pk, following])
    return reverse("vacancies:evidence_detail", args=[vacancy.pk])


def _after(code: str) -> str:
    """Return the code of the next factor, or "" after the last."""
    codes = [factor.code for factor in scheme().factors]
    return next(iter(codes[codes.index(code) + 1 :]), "")
