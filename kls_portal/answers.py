"""The answer to an action: what became of it, and the way back to where it was asked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url


def answered(
    request: HttpRequest,
    words: str,
    to: Any,
    *args: Any,
    row: str = "",
    level: int = messages.SUCCESS,
) -> HttpResponse:
    """Say what became of a press, and lead to the page where it shows.

    to: the page, as `redirect` takes it: an address, a name with its `args`, or what has an address
    of its own. row: the id of the row on it that was pressed, where the words then stand in a
    status line; a script gives the focus to the control that was pressed, or to the row. Without
    one they stand in a banner, which takes the focus.
    """
    messages.add_message(request, level, words, extra_tags=row)
    return HttpResponseRedirect(resolve_url(to, *args) + (f"#{row}" if row else ""))


def answered_to_visitor(address: str, row: str) -> HttpResponse:
    """Lead back to a row of a page behind a secret link, which has no session to keep words in.

    The page finds the row in its question `pressed`, and gives the words as `answer`: {row, words}.
    """
    return HttpResponseRedirect(f"{address}?pressed={row}#{row}")
