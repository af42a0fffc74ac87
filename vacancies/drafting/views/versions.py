"""Versions of a draft: its files, comparisons, and reviews by people without an account."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import Answer, answered, answered_to_visitor, page, require_safe_or_post
from kls_portal.files import file_response
from kls_portal.limits import within
from kls_portal.parts import folds
from vacancies.drafting.exports import job_description_document
from vacancies.drafting.forms import versions as forms
from vacancies.drafting.models.draft import DraftVersion, ReviewAnswer
from vacancies.drafting.rules.job_description import JobDescription, candidates_copy
from vacancies.drafting.services import reviews, versions
from vacancies.drafting.services.drafting import draft_of
from vacancies.posts.models import Vacancy, VacancyLink
from vacancies.posts.requests import posted, refusal_in, vacancy_form, vacancy_page
from vacancies.posts.views import audience, by_secret_link, closed_page, vacancy_link_page


@vacancy_form()
def version_list(request: UserRequest, vacancy: Vacancy) -> Answer:
    """Show the versions of a vacancy, newest first, and freeze the draft as the next one.

    An unchanged draft can be frozen again to say who agreed it: at first, the reviewers who did.
    """
    frozen = list(vacancy.versions.select_related("frozen_by"))
    last = frozen[0] if frozen else None
    reason = versions.why_not(draft_of(vacancy), versions.sheet_to_freeze(vacancy), last)
    agreed = last.answers.filter(agrees=True).values_list("role", flat=True) if last else ()
    form = forms.FreezeForm(
        posted(request), initial={"agreed_with": ", ".join(agreed)} if reason else {}
    )
    if request.method == "POST" and form.is_valid():
        with refusal_in(form):
            version = versions.freeze_draft(
                vacancy=vacancy, person=request.user, **form.cleaned_data
            )
            said = f"You froze version {version.number}."
            return answered(request, said, "vacancies:version_list", vacancy.pk)
    return {"form": form, "versions": frozen, "why_not": reason}


@vacancy_page()
def version_detail(request: UserRequest, vacancy: Vacancy, number: int) -> Answer:
    version = version_or_404(vacancy, number)
    return {
        "version": version,
        "job": versions.job_description_in(version),
        "sheet": versions.sheet_in(version),
        "examples": version.examples.all(),
        "agreements": version.answers.filter(about=reviews.AGREEMENT),
    }


@vacancy_page()
def version_changes(request: UserRequest, vacancy: Vacancy, number: int) -> Answer:
    version = version_or_404(vacancy, number)
    form = forms.CompareForm(request.GET, others=list(vacancy.versions.exclude(pk=version.pk)))
    return {
        "version": version,
        "form": form,
        "comparison": versions.compare(version, form.chosen, vacancy) if form.is_valid() else None,
    }


def version_or_404(vacancy: Vacancy, number: int) -> DraftVersion:
    """Return the version with that number. Raises Http404 if there is none."""
    return get_object_or_404(vacancy.versions.select_related("frozen_by"), number=number)


@vacancy_page()
def draft_file(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    return job_description_file(request, versions.job_description_of(vacancy), kind)


@vacancy_page()
def version_file(request: UserRequest, vacancy: Vacancy, number: int, kind: str) -> HttpResponse:
    job = versions.job_description_in(version_or_404(vacancy, number))
    return job_description_file(request, job, kind)


def job_description_file(
    request: UserRequest, description: JobDescription, kind: str
) -> HttpResponse:
    """Return a job description as a file of a kind, or a response that it cannot be made.

    `?for=candidates` asks for the document that goes with the advert.
    """
    edition = description.edition
    what = f"job-description-version-{edition.number}" if edition.frozen else "job-description"
    if request.GET.get("for") == "candidates":
        description, what = candidates_copy(description), f"{what}-for-candidates"
    made = partial(job_description_document, description)
    return file_response(request, kind, what, description.title, edition.day, document=made)


MOST_SHOWN, MOST_ANSWERS, HOUR = 40, 60, 3_600
NO_VERSION = "Freeze a version first. Reviewers read a version, which stays as it is."
REVIEWER = audience("reviewer")
REVIEWERS = {
    kind: replace(REVIEWER, slug=kind, title=f"{REVIEWER.title}: {VacancyLink.Kind(kind).label}")
    for kind in reviews.review_questions()
}


@vacancy_page()
def review_list(request: UserRequest, vacancy: Vacancy) -> Answer:
    open_links = {link.kind: link for link in vacancy.links.open()}
    answers = ReviewAnswer.objects.of(vacancy)
    return {
        "newest": vacancy.versions.defer("content").first(),
        "offers": [
            (one, one.label, open_links.get(one)) for one in map(VacancyLink.Kind, REVIEWERS)
        ],
        "waiting": (waiting := answers.waiting()),
        "folds": folds(waiting, ("answer", "answers"), 1, most=MOST_SHOWN),
        "settled": answers.exclude(settled_at=None),
    }


@vacancy_form()
def review_offer(request: UserRequest, vacancy: Vacancy, kind: str) -> HttpResponse:
    newest = vacancy.versions.defer("content").first()
    page = "vacancies:review_list"
    if kind not in REVIEWERS or newest is None:
        return answered(request, NO_VERSION, page, vacancy.pk, level=messages.ERROR)
    back = ("the reviews", reverse(page, args=[vacancy.pk]))
    return vacancy_link_page(request, vacancy, REVIEWERS[kind], back=back, version=newest.number)


@require_POST
@vacancy_form()
def review_settle(request: UserRequest, vacancy: Vacancy, answer_id: int) -> HttpResponse:
    answer = get_object_or_404(ReviewAnswer.objects.of(vacancy), pk=answer_id)
    settled = request.POST.get("settled") != "no"
    reviews.settle(answer, settled=settled)
    said = f"You marked the answer as {'dealt with' if settled else 'not dealt with'}."
    return answered(request, said, "vacancies:review_list", vacancy.pk, row=f"answer-{answer.pk}")


by_link = by_secret_link(reviews.review_link)


@page
@by_link
def review_detail(request: UserRequest, link: VacancyLink, token: str) -> Answer:
    version = reviews.version_read_by(link)
    job = versions.job_description_in(version)
    said: dict[str, list[ReviewAnswer]] = {}
    for answer in version.answers.filter(kind=link.kind):
        said.setdefault(answer.about, []).append(answer)
    about = request.GET.get("pressed", "")
    return {
        "vacancy": link.vacancy,
        "link": link,
        "job": job,
        "version": version,
        "sheet": versions.sheet_in(version)
        if link.kind == VacancyLink.Kind.JOB_EVALUATION
        else None,
        "questions": reviews.review_questions()[link.kind],
        "agreement": reviews.AGREEMENT,
        "said": said,
        "answer": {"row": about, "words": "You sent your answer."} if about in said else {},
    }


@require_safe_or_post
@by_link
def review_answer(request: UserRequest, link: VacancyLink, token: str, about: str) -> Answer:
    version = reviews.version_read_by(link)
    words = reviews.subjects(versions.job_description_in(version), link.kind).get(about)
    if words is None:
        return closed_page(request)
    form = (forms.AgreementForm if about == reviews.AGREEMENT else forms.ReviewAnswerForm)(
        posted(request)
    )
    if request.method == "POST" and form.is_valid():
        if within(MOST_ANSWERS, per_seconds=HOUR, of=f"answers by link {link.pk}"):
            give = partial(reviews.give_answer, link=link, about=about, words=words)
            give(**form.cleaned_data)
            return answered_to_visitor(reverse("vacancies:review_detail", args=[token]), about)
        form.add_error("text", "You have sent many answers in a short time. Try again in an hour")
    return {
        "vacancy": link.vacancy,
        "words": words,
        "form": form,
        "kept_days": reviews.KEPT_DAYS,
    }
