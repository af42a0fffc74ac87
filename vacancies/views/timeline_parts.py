"""What the pages of a timeline share: fetching it, noticing an old page, saying what moved."""

from django.contrib import messages

from kls_portal.accounts.requests import UserRequest
from kls_portal.forms.seen import CHANGED_MEANWHILE
from vacancies.models import Vacancy
from vacancies.services.timeline import Dates
from vacancies.timeline.moving import Change
from vacancies.views.fetch import vacancy_to_change_or_404


def timeline_to_change_or_404(request: UserRequest, vacancy_id: int) -> Vacancy:
    """Return the vacancy with its dates, locked while something is saved. Raises Http404."""
    return vacancy_to_change_or_404(request, vacancy_id, Vacancy.objects.for_timeline())


def is_as_seen(request: UserRequest, dates: Dates) -> bool:
    """Whether the page was made from the dates that are stored; says so where it was not."""
    if request.POST.get("seen") == dates.digest:
        return True
    messages.error(request, CHANGED_MEANWHILE)
    return False


def said_of(first: str, changes: tuple[Change, ...]) -> str:
    """Return what the next page says: `first`, and how many dates changed."""
    number = len(changes)
    rest = (
        "Nothing else changed."
        if number == 1
        else f"{number} dates changed. They are listed below."
    )
    return f"{first} {rest}" if number else f"{first} No date changed."
