"""The duties of a post, on one page."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from kls_portal.accounts.requests import UserRequest
from kls_portal.http_methods import require_safe_or_post
from vacancies.drafting.views.rows import RowList, edit_rows, undo_rows
from vacancies.posts.saving import atomic_on_post

DUTIES = RowList("duties", "duty", "duties", "vacancies:duty_undo")


@require_safe_or_post
@atomic_on_post
def duty_list(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Show the duties in order, and change, add, order, merge or remove them.

    `?ticked=…`: numbers of those that are ticked at first.
    """
    return edit_rows(request, vacancy_id, DUTIES)


@require_POST
@atomic_on_post
def duty_undo(request: UserRequest, vacancy_id: int) -> HttpResponse:
    """Bring back the duties that were removed or merged last."""
    return undo_rows(request, vacancy_id, DUTIES)
