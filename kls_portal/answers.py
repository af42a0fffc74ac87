"""The HTTP methods that a view takes, its template, and responses to an action: what came of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_http_methods, require_safe


def answered(
    request: HttpRequest,
    words: str,
    to: Any,
    *args: Any,
    row: str = "",
    level: int = messages.SUCCESS,
) -> HttpResponse:
    """Report the outcome of an action, and redirect to the page that shows it.

    to: the page, as `redirect` takes it: an address, a URL name with its `args`, or an object with
    `get_absolute_url`. row: the id of the row that was pressed, where the words are shown in a
    status line; a script moves focus to the control that was pressed, or to the row. Without one,
    they are shown in a banner that takes focus.
    """
    messages.add_message(request, level, words, extra_tags=row)
    return HttpResponseRedirect(resolve_url(to, *args) + (f"#{row}" if row else ""))


def answered_to_visitor(address: str, row: str) -> HttpResponse:
    """Redirect to a row of a page behind a secret link, which has no session for messages.

    The page reads the row from the `pressed` parameter, and passes on `answer`: {row, words}.
    """
    return HttpResponseRedirect(f"{address}?pressed={row}#{row}")


View = Callable[..., HttpResponse]
Answer = HttpResponse | dict[str, Any]
"""What the function of a page returns: a response, or the context of the page's template."""
Function = Callable[..., Answer]


def rendered(view: Function) -> View:
    """Render the context that a view returns with the template that has its name.

    For `peer_list` in `vacancies.retention.views` that is `vacancies/retention/peer_list.html`.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if isinstance(answer, HttpResponse):
            return answer
        app, feature, *_ = view.__module__.split(".")
        return render(request, f"{app}/{feature}/{view.__name__}.html", answer)

    return wrapper


def page(view: Function) -> View:
    """Allow what `require_safe` allows, and render as `rendered` does."""
    return require_safe(rendered(view))


def require_safe_or_post(view: Function) -> View:
    """Allow what `require_safe` or `require_POST` allow: for a page that shows and handles a form.

    It renders as `rendered` does. Opening such a page asks for the right to send its form; see
    `permissions.thing_or_404`.
    """
    return marked(has_form=True)(require_http_methods(["GET", "HEAD", "POST"])(rendered(view)))


def marked(**marks: Any) -> Callable[[View], View]:
    """Mark a view for what meets its requests.

    counts_as: the kind, a key of NETWORK_LIMITS, as which its submissions and queries count.
    stores_nothing: its response to a submitted form is not stored, so it may use the facts of any
    day. has_form: its page shows and handles a form.
    """

    def mark(view: View) -> View:
        vars(view).update(marks)
        return view

    return mark


def mark_of(view: object, name: str) -> Any:
    """Return a mark of a view, None for none; see `marked`."""
    return getattr(getattr(view, "func", view), name, None)
