"""Downloads: one response, one page for a file that cannot be made, one row of links.

File addresses end with `<document:kind>`, `<calendar:kind>`, or `<kind:kind>` for both; importing
this module registers these converters.
"""

import logging
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate

from kls_portal.addresses import part_of_addresses
from kls_portal.documents.calendar_file import Calendar
from kls_portal.documents.document import Document
from kls_portal.documents.document_pdf import DocumentTooLongError
from kls_portal.documents.formats import FORMATS, Format, endings_of, file_name

PRIVATE = "private, no-store"
_logger = logging.getLogger(__name__)


for _name, _kinds in {
    "document": (Document,),
    "calendar": (Calendar,),
    "kind": (Document, Calendar),
}.items():
    part_of_addresses(_name, "|".join(endings_of(*_kinds)))


def file_response(
    request: HttpRequest,
    kind: str,
    what: str,
    title: str | None = None,
    day: date | None = None,
    *,
    document: Callable[[], Document] | None = None,
    calendar: Callable[[], Calendar] | None = None,
    keep: Callable[[Callable[[], bytes]], bytes] = lambda make: make(),
    cache: str = PRIVATE,
) -> HttpResponse:
    """Return a file to download, or a page that says why there is none.

    kind: the extension. The file name has `what`, the post's title and the day (today by default);
    without a title, `what` alone. document, calendar: functions that build the value; only the one
    for the format is called. keep: returns the stored bytes, or else those of its argument.
    """
    form = FORMATS[kind]
    value = {Document: document, Calendar: calendar}[form.made_of]
    if value is None:
        raise ValueError(f"{what}: no {form.name} can be made of it.")
    try:
        body = keep(lambda: form.write(value()))
    except DocumentTooLongError:
        return _no_file(request, form, status=422)
    except Exception:
        _logger.exception("A file could not be made: %s", form.ending)
        return _no_file(request, form, status=503)
    name = f"{what}.{kind}"
    if title is not None:
        name = file_name(what, title, day or localdate(), kind)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": cache}
    if cache == PRIVATE:
        headers["X-Robots-Tag"] = "noindex"
    return HttpResponse(body, content_type=form.content_type, headers=headers)


def links_to_files(page: str, *args: Any, query: str = "") -> list[tuple[Format, str]]:
    """Return each format that a file URL offers, with the address of that file.

    page: the URL name; args: all arguments but the last, which is the kind.
    """
    links = []
    for form in FORMATS.values():
        try:
            address = reverse(page, args=[*args, form.ending])
        except NoReverseMatch:
            continue
        links.append((form, f"{address}?{query}" if query else address))
    return links


def _no_file(request: HttpRequest, form: Format, *, status: int) -> HttpResponse:
    """Return a page saying that a file cannot be made, with links to its other formats."""
    base, ending = request.path[: -len(form.ending)], f".{form.ending}"
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    others = [
        (FORMATS[other], f"{base}{other}{query}")
        for other in endings_of(form.made_of)
        if other != form.ending and request.path.endswith(ending)
    ]
    context = {"format": form, "others": others, "too_long": status == 422}
    response = render(request, "no_file.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
