"""Saving a form, by its button or by autosave.

Autosave posts the form to the same URL with the header `X-Autosave: 1`. The response is always JSON
with status 200: {"saved_at": "14:02", "version_token": …} if it was saved, {"errors": {field:
[sentence, …]}} if it is not valid, {"changed_meanwhile": [[label, stored, [[kind, words], …]], …],
"version_token": …} if somebody else has saved it since. In the last two cases nothing is saved. For
a form of many rows, "version_token" is {field: value}. "fragment" is HTML that depends on the saved
values.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localtime, now

from kls_portal.answers import answered
from kls_portal.forms import NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.posts.models import Vacancy
from vacancies.posts.services import touch

HEADER = "X-Autosave"
TO_KEEP = "Select the save button to see that box"


def atomic_on_post(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Run a view in a transaction if the request is a POST, so that it reads and writes as one."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapper


def is_autosave(request: HttpRequest) -> bool:
    """Whether the request is an autosave."""
    return request.method == "POST" and HEADER in request.headers


def save_posted(
    request: HttpRequest,
    form: ConcurrentEditForm,
    vacancy: Vacancy,
    said: str,
    *to: Any,
    save: Callable[[], None] | None = None,
    fragment: Callable[[], str] | None = None,
) -> HttpResponse | None:
    """Save a posted form of a vacancy and return the response, or None if the page is to be shown.

    said: the message on the next page; to: the next page, as `answered` takes it; save: saves the
    valid form, if saving it and marking the vacancy as changed is not enough; fragment: returns the
    HTML of the part of the page that depends on the saved values.
    """
    if request.method != "POST":
        return None
    valid = form.is_valid()
    if valid and save:
        save()
    elif valid:
        form.save()
        touch(vacancy)
    if is_autosave(request):
        return JsonResponse(_saved(form, fragment) if valid else _not_saved(form))
    return answered(request, said, *to) if valid else None


def said_now() -> str:
    """Return the current time, as shown on pages."""
    return f"{localtime(now()):%H:%M}"


def _saved(form: ConcurrentEditForm, fragment: Callable[[], str] | None = None) -> dict[str, Any]:
    saved = {"saved_at": said_now(), "version_token": form.version_token_now()}
    return {**saved, "fragment": fragment()} if fragment else saved


def _not_saved(form: NhsukForm | ConcurrentEditForm) -> dict[str, Any]:
    wrong = {
        name: [str(sentence).removesuffix(".") for sentence in details]
        for name, details in form.errors.items()
        if name != "__all__"
    }
    if wrong and "keep_words" in form.fields:
        wrong["keep_words"] = [TO_KEEP]
    if not wrong and isinstance(form, ConcurrentEditForm) and form.changed_meanwhile:
        details = [(one.label, one.stored, one.plain_spans) for one in form.changed_meanwhile]
        return {"changed_meanwhile": details, "version_token": form.stored_digest}
    return {"errors": wrong or {"": list(form.non_field_errors())}}
