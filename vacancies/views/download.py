"""Answers that are files to keep."""

from django.http import HttpResponse

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
}


def download(body: bytes, kind: str, name: str) -> HttpResponse:
    """Return a file that the browser saves as `name`; no cache and no search engine keeps it."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(body, content_type=CONTENT_TYPES[kind], headers=headers)
