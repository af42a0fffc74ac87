"""Saving one form: by its button, or as somebody types.

A page that saves as somebody types sends its form to the same address with the header `X-Autosave:
1`. The answer is JSON with status 200, whatever became of it: {"saved_at": "14:02",
"version_token": …} when it was saved, {"errors": {field: [sentence, …]}} when something is not
right yet, {"changed_meanwhile": [[label, stored, [[kind, words], …]], …], "version_token": …} when
somebody else saved it; "version_token" of a form of many rows is {field: value}. In the last two
cases nothing is saved. "fragment" is HTML that follows from what was saved.
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
TO_KEEP = "Save with the button to see that box"


def atomic_on_post(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view that saves look and write in one go: nobody saves in between."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapper


def is_autosave(request: HttpRequest) -> bool:
    """Whether the page sent its form by itself."""
    return request.method == "POST" and HEADER in request.headers


def save_posted(
    request: HttpRequest,
    form: ConcurrentEditForm,
    save: Callable[[], None],
    said: str,
    address: str,
    fragment: Callable[[], str] | None = None,
) -> HttpResponse | None:
    """Save what was posted and return the answer, or None where the page is shown (again).

    save: saves the valid form; said: what the next page says; address: of the next page;
    fragment: gives the HTML of the part of the page that follows from what is saved.
    """
    if request.method != "POST":
        return None
    valid = form.is_valid()
    if valid:
        save()
    if is_autosave(request):
        return JsonResponse(_saved(form, fragment) if valid else _not_saved(form))
    if valid:
        return answered(request, said, address)
    return None


def saves(form: ConcurrentEditForm, vacancy: Vacancy) -> Callable[[], None]:
    """Return what saves a valid form about a part of a vacancy, and notes that it changed."""

    def save() -> None:
        form.save()
        touch(vacancy)

    return save


def said_now() -> str:
    """Return the time of day, as pages say it."""
    return f"{localtime(now()):%H:%M}"


def _saved(form: ConcurrentEditForm, fragment: Callable[[], str] | None = None) -> dict[str, Any]:
    saved = {"saved_at": said_now(), "version_token": form.version_token_now()}
    return {**saved, "fragment": fragment()} if fragment else saved


def _not_saved(form: NhsukForm | ConcurrentEditForm) -> dict[str, Any]:
    wrong = {
        name: [str(sentence).removesuffix(".") for sentence in found]
        for name, found in form.errors.items()
        if name != "__all__"
    }
    if wrong and "keep_words" in form.fields:
        wrong["keep_words"] = [TO_KEEP]
    if not wrong and isinstance(form, ConcurrentEditForm) and form.changed_meanwhile:
        found = [(one.label, one.stored, one.plain_spans) for one in form.changed_meanwhile]
        return {"changed_meanwhile": found, "version_token": form.stored_digest}
    return {"errors": wrong or {"": list(form.non_field_errors())}}
