"""What views share: the vacancy of a request, posted data, saving by button or by autosave.

Autosave posts the form to the same URL with the header `X-Autosave: 1`. The response is always JSON
with status 200: {"saved_at": "14:02", "version_token": …} if it was saved, {"errors": {field:
[sentence, …]}} if it is not valid, {"changed_meanwhile": [[label, stored, [[kind, words], …]], …],
"version_token": …} if somebody else has saved it since. In the last two cases nothing is saved. For
a form of many rows, "version_token" is {field: value}. "fragment" is HTML that depends on the saved
values.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime, now

from kls_portal import answers
from kls_portal.accounts.permissions import Action, UserRequest, thing_or_404
from kls_portal.forms import NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.posts.models import Vacancy, VacancyQuery
from vacancies.posts.rules import RefusedError
from vacancies.posts.services import touch


@contextmanager
def refusal_in(form: NhsukForm, field: str | None = None) -> Iterator[None]:
    """Add the reason to the form, or to its `field`, if an action in the block is refused."""
    try:
        yield
    except RefusedError as reason:
        form.add_error(field, str(reason))


Same = TypeVar("Same", HttpResponse, answers.Answer)


def redirect_on_refusal(
    page: str, *names: str
) -> Callable[[Callable[..., Same]], Callable[..., Same]]:
    """Return a decorator for views that redirects with the reason if an action is refused.

    page: the URL name to redirect to; names: its arguments, which the view has under these names.
    """

    def decorate(view: Callable[..., Same]) -> Callable[..., Same]:
        @wraps(view)
        def wrapper(request: HttpRequest, **kwargs: Any) -> Same:
            try:
                return view(request, **kwargs)
            except RefusedError as reason:
                address = reverse(page, kwargs={name: kwargs[name] for name in names})
                return answers.answered(request, str(reason), address, level=messages.ERROR)

        return wrapper

    return decorate


def vacancy_or_404(
    request: UserRequest,
    vacancy_id: int,
    among: VacancyQuery | None = None,
    action: Action | None = None,
    *,
    locks: bool = False,
) -> Vacancy:
    """Return the vacancy if the user may do `action` with it. Raises as `thing_or_404` does.

    locks: it is locked if the request is a POST. The view must be `atomic_on_post`, because a lock
    lasts as long as the transaction.
    """
    among = Vacancy.objects.for_draft() if among is None else among
    if locks and request.method == "POST":
        among = among.select_for_update(of=("self",))
    return thing_or_404(request, among, vacancy_id, action)


def posted(request: UserRequest) -> QueryDict | None:
    """Return the posted data, even if empty, or None if the request is not a POST."""
    return request.POST if request.method == "POST" else None


HEADER = "X-Autosave"
TO_KEEP = "Select the save button to see that box"


def atomic_on_post(view: answers.Function) -> answers.View:
    """Allow what `require_safe_or_post` allows; in a POST the view reads and writes as one."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> answers.Answer:
        with transaction.atomic() if request.method == "POST" else nullcontext():
            return view(request, *args, **kwargs)

    return answers.require_safe_or_post(wrapper)


def given(name: str, fetch: Callable[..., Any], view: answers.Function) -> Callable[..., Any]:
    """Return a view that gets an object instead of its key, and whose page shows it.

    name: of the object in the template; the address has its key as `<name>_id`. fetch: returns it
    for a request and a key, or raises.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, **kwargs: Any) -> answers.Answer:
        thing = fetch(request, kwargs.pop(f"{name}_id"))
        answer = view(request, thing, **kwargs)
        return answer if isinstance(answer, HttpResponse) else {name: thing, **answer}

    return wrapper


Among = Callable[[], VacancyQuery]
Decorator = Callable[[answers.Function], answers.View]


def vacancy_page(among: Among | None = None) -> Decorator:
    """Return a decorator for a page or file of a vacancy, which the view gets (see `given`).

    among: as for `vacancy_or_404`, made anew for each request.
    """
    return _of_vacancy(answers.page, among)


def vacancy_form(among: Among | None = None, action: Action | None = None) -> Decorator:
    """Return a decorator as `vacancy_page` does, for a page with a form. action: see there."""
    return _of_vacancy(answers.require_safe_or_post, among, action)


def vacancy_edit(among: Among | None = None) -> Decorator:
    """Return a decorator as `vacancy_page` does, for a form that changes the vacancy as one.

    The user may edit the vacancy, which a POST locks.
    """
    return _of_vacancy(atomic_on_post, among, Action.EDIT, locks=True)


def _of_vacancy(
    takes: Callable[[answers.Function], answers.View],
    among: Among | None,
    action: Action | None = None,
    **how: bool,
) -> Decorator:
    def fetched(request: UserRequest, key: int) -> Vacancy:
        return vacancy_or_404(request, key, among() if among else None, action, **how)

    return lambda view: takes(given("vacancy", fetched, view))


def for_members(view: Callable[..., Same]) -> Callable[..., Same]:
    """Restrict a view to members of an organisation; tell others how they become one."""

    @wraps(view)
    def wrapper(request: UserRequest, *args: Any, **kwargs: Any) -> Same:
        if not request.user.memberships.exists():
            return render(request, "vacancies/posts/no_organisation.html", status=403)
        return view(request, *args, **kwargs)

    return wrapper


def is_autosave(request: HttpRequest) -> bool:
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
    return answers.answered(request, said, *to) if valid else None


def said_now() -> str:
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
