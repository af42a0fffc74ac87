"""The answer to an action: what became of it, and the way back to where it was asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def answered(
    request: HttpRequest, words: str, address: str, *, row: str, level: int = messages.SUCCESS
) -> HttpResponse:
    """Say what became of a press in a row of a page, and go back to that row.

    address: the page. row: the id of the row on it, where the words then stand in a status line; a
    script gives the focus to the control that was pressed, or to the row.
    """
    messages.add_message(request, level, words, extra_tags=row)
    return redirect(f"{address}#{row}")
