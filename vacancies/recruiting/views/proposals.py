"""Proposals of the rules and banks for a draft, to accept or leave."""

from django.http import HttpResponse
from django.shortcuts import render

from kls_portal.accounts.requests import UserRequest
from kls_portal.answers import answered
from kls_portal.http_methods import require_safe_or_post
from kls_portal.in_words import counted
from vacancies.posts.models import Vacancy
from vacancies.posts.requests import vacancy_to_change_or_404
from vacancies.posts.saving import atomic_on_post
from vacancies.recruiting.services.proposals import Proposed, take

NOTHING = "Nothing you ticked is still proposed, so nothing has changed."


@require_safe_or_post
@atomic_on_post
def proposal_edit(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the proposals, none ticked, with the draft's counts before and after."""
    among = Vacancy.objects.for_selection().for_plan().prefetch_related("evidence__duties")
    vacancy = vacancy_to_change_or_404(request, vacancy_id, among)
    proposed = Proposed(vacancy)
    if request.method == "POST":
        number = take(proposed, set(request.POST.getlist("take")))
        words = f"You accepted {counted(number, 'proposal')}." if number else NOTHING
        return answered(request, words, "vacancies:proposal_edit", vacancy.pk)
    context = {"vacancy": vacancy, "proposed": proposed}
    return render(request, "vacancies/recruiting/proposal_edit.html", context)
