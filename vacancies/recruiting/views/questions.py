"""Questions, tasks and presentations: add, from the bank or freely, change, move and weight."""

import re

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered
from vacancies.checks.services import lawful_criteria
from vacancies.drafting.models.draft import Criterion
from vacancies.drafting.rules.draft import METHODS
from vacancies.drafting.services.drafting import draft_of
from vacancies.drafting.services.ordered import move, moved_words, remove
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import posted, save_posted, vacancy_edit, vacancy_form, vacancy_page
from vacancies.recruiting.forms import selection as forms
from vacancies.recruiting.models.selection import Question
from vacancies.recruiting.rules import bank, selection_plan
from vacancies.recruiting.rules.packs import STEP, length, time_plan
from vacancies.recruiting.services import selection

FEW_SUGGESTIONS = 6
NUMBER, CODE = re.compile(r"[0-9]{1,18}"), re.compile(r"[\w-]{1,40}", re.ASCII)


@vacancy_page(Vacancy.objects.for_selection)
def question_list(request: UserRequest, vacancy: Vacancy) -> Answer:
    whole = selection.selection_of(vacancy)
    steps = time_plan(whole)
    return {
        "kinds": _kinds(vacancy),
        "orphans": [row for row in vacancy.questions.all() if row.criterion_id is None],
        "total": selection_plan.total(whole.asked),
        "most_points": selection_plan.most_points(whole.asked),
        "weight_sentence": selection_plan.weight_sentence(whole.asked),
        "caption": f"The interview takes {length(steps)} minutes",
        "columns": STEP,
        "steps": [one.cells for one in steps],
        "minutes": length(steps),
        "limits": bank.limits(),
    }


@vacancy_form()
def question_create(request: UserRequest, vacancy: Vacancy) -> Answer:
    """Choose what to test and how (by GET), then enter the question.

    `?criterion=…&method=…` go straight to the question; `&bank=…` starts it from the bank.
    """
    method = request.GET.get("method", "")
    criterion = _criterion_asked_for(request, vacancy)
    if method not in selection_plan.ASKED or (request.method != "POST" and criterion is None):
        return _question_start(request, vacancy)
    code = request.GET.get("bank", "")
    initial = {"criterion": criterion}
    if criterion:
        initial |= selection.values_from(code if CODE.fullmatch(code) else "", criterion, method)
    form = forms.NewQuestionForm(posted(request), vacancy=vacancy, method=method, initial=initial)
    if request.method == "POST" and form.is_valid():
        selection.add_question(vacancy=vacancy, method=method, **form.cleaned_data)
        return answered(
            request,
            f"You added a {selection_plan.WORDS[method]}.",
            "vacancies:question_list",
            vacancy.pk,
        )
    lawful = lawful_criteria(vacancy, draft_of(vacancy).criteria)
    unlawful = criterion is not None and criterion.pk not in {one.id for one in lawful}
    offered = (
        selection.suggestions(criterion, method, vacancy) if criterion and not unlawful else ()
    )
    return {
        "heading": f"Add a {selection_plan.WORDS[method]}",
        "form": form,
        "criterion": criterion,
        "method": method,
        "chosen": code,
        "suggestions": offered[:FEW_SUGGESTIONS],
        "unlawful": int(unlawful),
        "others": offered[FEW_SUGGESTIONS:],
    }


@vacancy_edit()
def question_edit(request: UserRequest, vacancy: Vacancy, question_id: int) -> Answer:
    question = get_object_or_404(vacancy.questions, pk=question_id)
    form = forms.QuestionForm(
        posted(request), instance=question, vacancy=vacancy, method=question.method
    )
    rows = [*vacancy.questions.all(), None]
    following = rows[rows.index(question) + 1]

    word = selection_plan.WORDS[question.method]
    to = ["vacancies:question_list", vacancy.pk]
    if following and "next" in request.POST:
        to = ["vacancies:question_edit", vacancy.pk, following.pk]
    if answer := save_posted(request, form, vacancy, f"You changed the {word}.", *to):
        return answer
    return {
        "question": question,
        "heading": f"Change a {word}",
        "form": form,
        "following": following,
    }


@require_POST
@vacancy_form()
def question_move(
    request: UserRequest, vacancy: Vacancy, question_id: int, direction: str
) -> HttpResponse:
    row = get_object_or_404(vacancy.questions, pk=question_id)
    words = moved_words([row], move(vacancy=vacancy, rows=[row], direction=direction))
    page = reverse("vacancies:question_list", args=[vacancy.pk])
    return answered(request, words, page, row=f"question-{row.pk}")


@vacancy_form()
def question_remove(request: UserRequest, vacancy: Vacancy, question_id: int) -> Answer:
    question = get_object_or_404(vacancy.questions.select_related("criterion"), pk=question_id)
    word = selection_plan.WORDS[question.method]
    if request.method == "POST":
        remove(row=question)
        return answered(request, f"You removed the {word}.", "vacancies:question_list", vacancy.pk)
    return {"question": question, "word": word}


@vacancy_edit(Vacancy.objects.for_selection)
def weight_edit(request: UserRequest, vacancy: Vacancy) -> Answer:
    shared = "share" in request.POST
    form = forms.WeightsForm(posted(request), vacancy=vacancy, shared=shared)
    if request.method == "POST" and form.is_valid():
        weights = selection.shared_weights(vacancy) if shared else form.values("weight")
        selection.save_questions(vacancy=vacancy, weight=weights, asked_by=form.values("asked_by"))
        words = (
            "You shared the weights equally." if shared else "You saved the weights and who asks."
        )
        page = "vacancies:weight_edit" if shared else "vacancies:question_list"
        return answered(request, words, page, vacancy.pk)
    if shared:
        form = forms.WeightsForm(posted(request), vacancy=vacancy)
    asked = selection.selection_of(vacancy).asked
    return {
        "form": form,
        "asked": asked,
        "total": selection_plan.total(asked),
        "weight_sentence": selection_plan.weight_sentence(asked),
    }


def _question_start(request: UserRequest, vacancy: Vacancy) -> HttpResponse:
    sent = "method" in request.GET
    initial = {"criterion": request.GET.get("criterion")}
    form = forms.QuestionStartForm(request.GET if sent else None, vacancy=vacancy, initial=initial)
    context = {"vacancy": vacancy, "form": form, "heading": "Add a question or task", "start": True}
    return render(request, "vacancies/recruiting/question_create.html", context)


def _criterion_asked_for(request: UserRequest, vacancy: Vacancy) -> Criterion | None:
    key = request.GET.get("criterion", "")
    if not NUMBER.fullmatch(key):
        return None
    return next((one for one in vacancy.criteria.all() if one.pk == int(key)), None)


def _kinds(vacancy: Vacancy) -> list[tuple[str, str, list[Question]]]:
    by_id = {criterion.pk: criterion for criterion in vacancy.criteria.all()}
    kinds = []
    for method in selection_plan.ASKED:
        rows = [row for row in vacancy.questions.all() if row.criterion_id and row.method == method]
        for row in rows:
            row.criterion = by_id.get(row.criterion_id or 0)
        if rows:
            kinds.append((METHODS[method], selection_plan.WORDS[method], rows))
    return kinds
