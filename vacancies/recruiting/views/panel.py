"""The panel's page without an account: blank papers to read and print, nothing to send."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from kls_portal.accounts.requests import UserRequest
from kls_portal.files import file_response
from kls_portal.http_methods import require_safe_or_post
from vacancies.posts.links import Audience, by_secret_link, closed_page, vacancy_link_page
from vacancies.posts.models import Vacancy, VacancyLink
from vacancies.posts.requests import vacancy_or_404
from vacancies.posts.services import vacancy_link
from vacancies.recruiting.exports.packs import DOCUMENTS
from vacancies.recruiting.rules import bank, packs
from vacancies.recruiting.services.selection import packs_of, selection_of

ON_THE_DAY = (packs.DAY, packs.INTERVIEW_PACK, packs.SCORES, packs.TASKS)
PANEL = Audience(
    slug=VacancyLink.Kind.PANEL,
    page="vacancies:panel_day",
    title="Give the panel its papers",
    opens="The link opens the interview pack, the score sheet and the task sheet, as they are on "
    "that day. They are blank, and the panel cannot send anything about a candidate.",
    to="Send it only to the panel, never to a candidate, because it shows what to look for.",
    subject="Papers for the interviews",
    words="The papers for the interviews are on one page: the interview pack, the score sheet and "
    "the tasks. Print them before the day. You do not need an account. Candidates see only the "
    "tasks.",
)


@require_safe_or_post
def panel_link(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Offer the secret link to the panel's papers."""
    vacancy = vacancy_or_404(request, vacancy_id)
    back = ("the packs", reverse("vacancies:pack_list", args=[vacancy.pk]))
    return vacancy_link_page(request, vacancy, PANEL, back=back, needed_on=vacancy.interview_on)


def _vacancy_of(token: str) -> Vacancy | None:
    link = vacancy_link(token, PANEL.slug)
    return Vacancy.objects.for_selection().get(pk=link.vacancy_id) if link else None


by_link = by_secret_link(_vacancy_of)


@require_safe
@by_link
def panel_day(request: UserRequest, vacancy: Vacancy, token: str) -> HttpResponse:
    """Show the panel the interview date and its papers."""
    on_the_day = [pack for pack in packs_of(vacancy) if pack.slug in ON_THE_DAY]
    ordered = sorted(on_the_day, key=lambda pack: ON_THE_DAY.index(pack.slug))
    context = {"vacancy": vacancy, "token": token, "packs": ordered}
    return render(request, "vacancies/recruiting/panel_day.html", context)


@require_safe
@by_link
def panel_file(
    request: UserRequest, vacancy: Vacancy, token: str, slug: str, kind: str
) -> HttpResponse:
    """Return one of the panel's papers as a file."""
    if slug not in ON_THE_DAY:
        return closed_page(request)
    made = partial(DOCUMENTS[slug], selection_of(vacancy), bank.limits(), 1, localdate())
    return file_response(request, kind, slug, vacancy.title, document=made)
