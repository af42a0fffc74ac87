"""The panel's evidence sheet of a vacancy, and its comparison with several profiles."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, page
from kls_portal.files import file_response
from kls_portal.public import public_page
from kls_portal.reference.facts import fact
from vacancies.drafting.services.versions import sheet_in
from vacancies.drafting.views.versions import version_or_404
from vacancies.evaluation.exports import evidence_sheet_document
from vacancies.evaluation.forms import ComparisonForm, EvidenceForm
from vacancies.evaluation.models import FactorEvidence
from vacancies.evaluation.services import evidence
from vacancies.evaluation.services.comparison import candidates_for, side_by_side
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, save_posted, vacancy_edit, vacancy_page
from vacancies.profiles.rules.evidence import INDICATIVE, EvidenceSheet
from vacancies.profiles.services.profiles import profile_to_compare, rulings

TO_NEXT = "next"


@vacancy_page(Vacancy.objects.for_evidence)
def evidence_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    states = evidence.factor_states(vacancy)
    return {
        **_result(vacancy, states),
        "no_range": [state.factor.name for state in states if not state.row.range_label],
        "chart": fact("points-chart"),
    }


@vacancy_edit(Vacancy.objects.for_evidence)
def evidence_edit(request: UserRequest, vacancy: Vacancy, factor: str) -> Answer:
    edited, compared = rulings().scheme.factor(factor), profile_to_compare(vacancy.profile)
    ranges = {row.factor.code: row for row in compared.factors} if compared else {}
    row = FactorEvidence.objects.filter(vacancy=vacancy, factor=factor).first()
    form = EvidenceForm(
        posted(request),
        instance=row or FactorEvidence(vacancy=vacancy, factor=factor),
        vacancy=vacancy,
        factor=edited,
        in_range=[level.level for level in ranges[factor].levels] if factor in ranges else [],
    )
    following = _after(factor)

    def save() -> None:
        form.instance = evidence.save_evidence(vacancy=vacancy, factor=factor, **form.evidence)

    said = f"You saved the evidence for “{edited.name}”."
    address = _next_page(request, vacancy, following)
    fragment = partial(_result_html, vacancy, factor)
    if answer := save_posted(request, form, vacancy, said, address, save=save, fragment=fragment):
        return answer
    return {
        **_result_of_factor(vacancy, factor),
        "factor": edited,
        "range": ranges.get(factor),
        "form": form,
        "following": following,
    }


@vacancy_page(Vacancy.objects.for_evidence)
def comparison_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    candidates, without_ranges = candidates_for(vacancy)
    return {
        "candidates": candidates,
        "without_ranges": without_ranges,
        "given": len(evidence.levels_of(vacancy)),
        "indicative": INDICATIVE,
    }


def _result_html(vacancy: Vacancy, factor: str) -> str:
    now = Vacancy.objects.for_evidence().get(pk=vacancy.pk)
    return render_to_string(
        "vacancies/evaluation/partials/factor_result.html", _result_of_factor(now, factor)
    )


def _result_of_factor(vacancy: Vacancy, factor: str) -> dict[str, Any]:
    states = evidence.factor_states(vacancy)
    state = next(state for state in states if state.factor.code == factor)
    return {**_result(vacancy, states), "state": state}


def _result(vacancy: Vacancy, states: list[evidence.FactorState]) -> dict[str, Any]:
    return {
        "states": states,
        "given": sum(state.row.level is not None for state in states),
        "sheet": evidence.evidence_sheet_of(vacancy),
        "limits": evidence.limits_of(vacancy),
        "indicative": INDICATIVE,
    }


def _next_page(request: UserRequest, vacancy: Vacancy, following: str) -> str:
    if following and TO_NEXT in request.POST:
        return reverse("vacancies:evidence_edit", args=[vacancy.pk, following])
    return reverse("vacancies:evidence_detail", args=[vacancy.pk])


def _after(code: str) -> str:
    codes = [factor.code for factor in rulings().scheme.factors]
    return next(iter(codes[codes.index(code) + 1 :]), "")


@vacancy_page()
def version_evidence_file(
    request: UserRequest, vacancy: Vacancy, number: int, kind: str
) -> HttpResponse:
    version = version_or_404(vacancy, number)
    sheet = sheet_in(version)
    if sheet is None or not sheet.profile_title:
        return redirect("vacancies:version_detail", vacancy.pk, version.number)
    return _evidence_file(request, sheet, kind)


@vacancy_page(Vacancy.objects.for_evidence)
def evidence_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    sheet = evidence.evidence_sheet_of(vacancy)
    if sheet is None:
        return redirect("vacancies:evidence_detail", vacancy.pk)
    return _evidence_file(request, sheet, kind)


def _evidence_file(request: UserRequest, sheet: EvidenceSheet, kind: str) -> HttpResponse:
    what = f"evidence-sheet-version-{sheet.version}" if sheet.version else "evidence-sheet"
    made = partial(evidence_sheet_document, sheet)
    return file_response(request, kind, what, sheet.title, sheet.day, document=made)


@public_page
@page
def profile_compare(request: HttpRequest) -> Answer:
    form = ComparisonForm(request.GET if "b" in request.GET else None, initial=request.GET.dict())
    compared = form.chosen if form.is_valid() else []
    names = [str(profile) for profile in compared]
    return {"form": form, "profiles": compared, "rows": side_by_side(compared), "names": names}
