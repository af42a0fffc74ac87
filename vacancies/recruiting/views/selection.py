"""The coverage of the criteria; packs, letters, the page of the panel; proposals for a draft."""

from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered, page
from kls_portal.files import file_response
from kls_portal.in_words import counted
from kls_portal.parts import folds
from kls_portal.reference.facts import with_links
from vacancies.checks.services import lawful_criteria
from vacancies.drafting.rules.draft import METHODS
from vacancies.drafting.services.ordered import change_methods
from vacancies.drafting.views.criteria import cells_changed_in
from vacancies.posts.models import Vacancy, VacancyLink
from vacancies.posts.requests import vacancy_edit, vacancy_form, vacancy_page
from vacancies.posts.services import vacancy_link
from vacancies.posts.views import audience, by_secret_link, closed_page, vacancy_link_page
from vacancies.recruiting.exports.packs import DOCUMENTS, letters_document
from vacancies.recruiting.forms.selection import PacksForm, ProposalsForm
from vacancies.recruiting.rules import packs
from vacancies.recruiting.rules import selection_plan as gap
from vacancies.recruiting.rules.advert_plan import CHANNELS, CHOICE
from vacancies.recruiting.rules.coverage import coverage
from vacancies.recruiting.rules.selection_plan import suggested_methods
from vacancies.recruiting.services.proposals import Proposed, take
from vacancies.recruiting.services.selection import gaps_of, letters_of, selection_of
from vacancies.rulebook.questions import questions_for

FEW_GAPS, MOST_BOXES = 5, 44
"""How many gaps are shown above the table, and how many of its boxes are open, at first."""


@vacancy_edit(Vacancy.objects.for_selection)
def coverage_detail(request: UserRequest, vacancy: Vacancy) -> Answer:
    chosen = {f"{one.pk}-{method}" for one in vacancy.criteria.all() for method in one.assessed_by}
    selection = selection_of(vacancy)
    lawful = lawful_criteria(vacancy, selection.criteria)
    suggested = {f"{row}-{method}" for row, method in suggested_methods(lawful)}
    if request.method == "POST":
        offered = {f"{one.pk}-{method}" for one in vacancy.criteria.all() for method in METHODS}
        added, removed = cells_changed_in(request, offered, suggested)
        change_methods(vacancy=vacancy, added=added, removed=removed)
        words = "You saved how each criterion is assessed."
        return answered(request, words, "vacancies:coverage_detail", vacancy.pk, row="methods")
    gaps = [(one, remedy_address(vacancy, one.remedy)) for one in gaps_of(vacancy, selection)]
    return {
        "methods": METHODS,
        "version_token": ",".join(sorted(chosen)),
        "folds": folds(
            coverage(selection), ("criterion", "criteria"), len(METHODS) + 1, most=MOST_BOXES
        ),
        "suggested": suggested,
        "unlawful": len(selection.criteria) - len(lawful),
        "accept_words": f"Accept {counted(len(suggested), 'suggestion')}",
        "gaps": gaps,
        "in_sight": gaps[:FEW_GAPS],
        "folded": gaps[FEW_GAPS:],
    }


def remedy_address(vacancy: Vacancy, remedy: gap.Remedy) -> str:
    row = [remedy.row] if remedy.page in (gap.QUESTION, CHOICE) else []
    address = reverse(f"vacancies:{remedy.page}", args=[vacancy.pk, *row])
    if remedy.page == gap.NEW_QUESTION:
        address += f"?{urlencode({'criterion': remedy.row, 'method': remedy.method})}"
    if remedy.page in (gap.CRITERION, gap.METHOD):
        address += f"#row-{remedy.row}"
    return address + ("#choose" if remedy.page == CHANNELS else "")


SLUGS = tuple(DOCUMENTS)


@vacancy_page(Vacancy.objects.for_selection)
def pack_list(request: UserRequest, vacancy: Vacancy) -> Answer:
    """Show the packs with what each is missing. `?candidates=…` sets the room in the grid."""
    form = _form(request)
    return {
        "packs": packs.packs(selection_of(vacancy)),
        "form": form,
        "candidates": form.number,
        "questions": questions_for("selection"),
        "linked": with_links(questions_for("selection")),
    }


@vacancy_page(Vacancy.objects.for_selection)
def pack_file(request: UserRequest, vacancy: Vacancy, slug: str, kind: str) -> HttpResponse:
    form = _form(request)
    if form.is_bound and not form.is_valid():
        page = reverse("vacancies:pack_list", args=[vacancy.pk])
        return redirect(f"{page}?{request.GET.urlencode()}")
    made = partial(DOCUMENTS[slug], selection_of(vacancy), form.number, localdate())
    return file_response(request, kind, slug, vacancy.title, document=made)


@vacancy_page(Vacancy.objects.for_selection)
def letter_list(request: UserRequest, vacancy: Vacancy) -> Answer:
    return {"letters": letters_of(vacancy)}


@vacancy_page(Vacancy.objects.for_selection)
def letter_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    organisation, letters = vacancy.organisation.name, letters_of(vacancy)
    made = partial(letters_document, vacancy.title, organisation, letters)
    return file_response(request, kind, "letters", vacancy.title, document=made)


def _form(request: UserRequest) -> PacksForm:
    return PacksForm(request.GET if "candidates" in request.GET else None)


ON_THE_DAY = (packs.DAY, packs.INTERVIEW_PACK, packs.SCORES, packs.TASKS)
PANEL = audience(VacancyLink.Kind.PANEL)


@vacancy_form()
def panel_link(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    back = ("the packs", reverse("vacancies:pack_list", args=[vacancy.pk]))
    return vacancy_link_page(request, vacancy, PANEL, back=back, needed_on=vacancy.interview_on)


def _vacancy_of(token: str) -> Vacancy | None:
    link = vacancy_link(token, PANEL.slug)
    return Vacancy.objects.for_selection().get(pk=link.vacancy_id) if link else None


by_link = by_secret_link(_vacancy_of)


@page
@by_link
def panel_day(request: UserRequest, vacancy: Vacancy, token: str) -> Answer:
    on_the_day = [pack for pack in packs.packs(selection_of(vacancy)) if pack.slug in ON_THE_DAY]
    ordered = sorted(on_the_day, key=lambda pack: ON_THE_DAY.index(pack.slug))
    return {"vacancy": vacancy, "packs": ordered}


@require_safe
@by_link
def panel_file(
    request: UserRequest, vacancy: Vacancy, token: str, slug: str, kind: str
) -> HttpResponse:
    if slug not in ON_THE_DAY:
        return closed_page(request)
    made = partial(DOCUMENTS[slug], selection_of(vacancy), 1, localdate())
    return file_response(request, kind, slug, vacancy.title, document=made)


GONE = "What you ticked is no longer proposed, so nothing has changed."


@vacancy_edit(
    lambda: Vacancy.objects.for_selection().for_plan().prefetch_related("evidence__duties")
)
def proposal_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    proposed = Proposed(vacancy)
    form = ProposalsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        number = take(proposed, form.values)
        words = f"You accepted {counted(number, 'proposal')}." if number else GONE
        level = messages.SUCCESS if number else messages.WARNING
        return answered(request, words, "vacancies:proposal_edit", vacancy.pk, level=level)
    return {"proposed": proposed, "form": form}
