"""Saving one form: by its button, or as somebody types.

A page that saves as somebody types sends its form to the same address with the header
`X-Autosave: 1`. The answer is JSON with status 200, whatever became of it:
{"saved_at": "14:02", "seen": …} when it was saved, {"errors": {field: [sentence, …]}} when
something is not right yet, {"changed_meanwhile": [[label, stored], …], "seen": …} when somebody
else saved it. In the last two cases nothing is saved.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.timezone import localtime, now

from vacancies.forms.seen import SeenForm

HEADER = "X-Autosave"


def one_at_a_time(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view that saves look and write in one go: nobody saves in between."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return inner


def saves_as_typed(request: HttpRequest) -> bool:
    """Whether the page sent its form by itself."""
    return request.method == "POST" and HEADER in request.headers


def save_posted(
    request: HttpRequest, form: SeenForm, save: Callable[[], None], said: str, address: str
) -> HttpResponse | None:
    """Save what was posted and return the answer, or None where the page is shown (again).

    save: saves the valid form; said: what the next page says; address: of the next page.
    """
    if request.method != "POST":
        return None
    valid = form.is_valid()
    if valid:
        save()
    if saves_as_typed(request):
        return JsonResponse(_saved(form) if valid else _not_saved(form))
    if valid:
        messages.success(request, said)
        return redirect(address)
    return None


def _saved(form: SeenForm) -> dict[str, Any]:
    return {"saved_at": f"{localtime(now()):%H:%M}", "seen": form.seen_now()}


def _not_saved(form: SeenForm) -> dict[str, Any]:
    wrong = {name: list(found) for name, found in form.errors.items() if name != "__all__"}
    if form.changed_meanwhile and not wrong:
        return {"changed_meanwhile": form.changed_meanwhile, "seen": form.stored_digest}
    return {"errors": wrong or {"": list(form.non_field_errors())}}
