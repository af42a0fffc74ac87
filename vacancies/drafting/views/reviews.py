"""Reviews without an account: the secret links, the reviewers' pages, and their answers."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered, answered_to_visitor
from kls_portal.http_methods import require_safe_or_post
from kls_portal.limits import within
from kls_portal.parts import folds
from vacancies.drafting.forms.reviews import AgreementForm, ReviewAnswerForm
from vacancies.drafting.models import ReviewAnswer
from vacancies.drafting.services.job_descriptions import job_description_in
from vacancies.drafting.services.reviews import (
    AGREEMENT,
    KEPT_DAYS,
    give_answer,
    review_link,
    review_questions,
    settle,
    subjects,
    version_read_by,
)
from vacancies.drafting.services.versions import sheet_in
from vacancies.posts.links import Audience, by_secret_link, closed_page, vacancy_link_page
from vacancies.posts.models import VacancyLink
from vacancies.posts.requests import posted, vacancy_or_404

MOST_SHOWN, MOST_ANSWERS, HOUR = 40, 60, 3_600
TYPED = ("text", "role")
NO_VERSION = "Freeze a version first. Reviewers read a version, which stays as it is."
REVIEWERS = {
    kind: Audience(
        slug=kind,
        page="vacancies:review_detail",
        title=f"Ask for a review: {VacancyLink.Kind(kind).label}",
        opens="A link opens the version that is newest when you make it. Reviewers can answer "
        "questions for their role, comment on a duty or criterion, and say whether they agree.",
        to="They are never asked for a name. They see no dates and nothing else from the vacancy.",
        subject="Review of a job description",
        words="Can you read a job description and tell us what you think? You can answer a few "
        "questions, comment on any line and say whether you agree. You do not need an account.",
    )
    for kind in review_questions()
}


@require_safe
def review_list(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show all reviewers' answers, those waiting first, and the link for each kind of reviewer."""
    vacancy = vacancy_or_404(request, vacancy_id)
    open_links = {link.kind: link for link in vacancy.links.open()}
    answers = ReviewAnswer.objects.of(vacancy)
    context = {
        "vacancy": vacancy,
        "newest": vacancy.versions.defer("content").first(),
        "offers": [
            (one, one.label, open_links.get(one)) for one in map(VacancyLink.Kind, REVIEWERS)
        ],
        "waiting": (waiting := answers.waiting()),
        "folds": folds(waiting, ("answer", "answers"), 1, most=MOST_SHOWN),
        "settled": answers.exclude(settled_at=None),
    }
    return render(request, "vacancies/drafting/review_list.html", context)


@require_safe_or_post
def review_offer(request: UserRequest, vacancy_id: int, kind: str) -> HttpResponse:
    """Offer a kind of reviewer a secret link to the newest version."""
    vacancy = vacancy_or_404(request, vacancy_id)
    newest = vacancy.versions.defer("content").first()
    page = "vacancies:review_list"
    if kind not in REVIEWERS or newest is None:
        return answered(request, NO_VERSION, page, vacancy.pk, level=messages.ERROR)
    back = ("the reviews", reverse(page, args=[vacancy.pk]))
    return vacancy_link_page(request, vacancy, REVIEWERS[kind], back=back, version=newest.number)


@require_POST
def review_settle(request: UserRequest, vacancy_id: int, answer_id: int) -> HttpResponse:
    """Mark an answer as dealt with, or as waiting again."""
    vacancy = vacancy_or_404(request, vacancy_id)
    answer = get_object_or_404(ReviewAnswer.objects.of(vacancy), pk=answer_id)
    settled = request.POST.get("settled") != "no"
    settle(answer, settled=settled)
    said = f"You marked the answer as {'dealt with' if settled else 'not dealt with'}."
    return answered(request, said, "vacancies:review_list", vacancy.pk, row=f"answer-{answer.pk}")


by_link = by_secret_link(review_link, typed=TYPED)


@require_safe
@by_link
def review_detail(request: UserRequest, link: VacancyLink, token: str) -> HttpResponse:
    """Show a reviewer a frozen version, the questions, and the answers of their kind so far."""
    version = version_read_by(link)
    job = job_description_in(version)
    said: dict[str, list[ReviewAnswer]] = {}
    for answer in version.answers.filter(kind=link.kind):
        said.setdefault(answer.about, []).append(answer)
    about = request.GET.get("pressed", "")
    context = {
        "vacancy": link.vacancy,
        "link": link,
        "token": token,
        "job": job,
        "version": version,
        "sheet": sheet_in(version) if link.kind == VacancyLink.Kind.JOB_EVALUATION else None,
        "questions": review_questions()[link.kind],
        "agreement": AGREEMENT,
        "said": said,
        "answer": {"row": about, "words": "You sent your answer."} if about in said else {},
    }
    return render(request, "vacancies/drafting/review_detail.html", context)


@require_safe_or_post
@by_link
def review_answer(request: UserRequest, link: VacancyLink, token: str, about: str) -> HttpResponse:
    """Take a reviewer's answer about a duty, a criterion, a question or the whole version."""
    version = version_read_by(link)
    words = subjects(job_description_in(version), link.kind).get(about)
    if words is None:
        return closed_page(request, TYPED)
    form = (AgreementForm if about == AGREEMENT else ReviewAnswerForm)(posted(request))
    if request.method == "POST" and form.is_valid():
        if within(MOST_ANSWERS, per_seconds=HOUR, of=f"answers by link {link.pk}"):
            give = partial(give_answer, link=link, about=about, words=words)
            give(**form.cleaned_data)
            return answered_to_visitor(reverse("vacancies:review_detail", args=[token]), about)
        form.add_error("text", "You have sent many answers in a short time. Try again in an hour")
    context = {
        "vacancy": link.vacancy,
        "token": token,
        "words": words,
        "form": form,
        "kept_days": KEPT_DAYS,
    }
    return render(request, "vacancies/drafting/review_answer.html", context)
