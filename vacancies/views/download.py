"""Answers that are files to keep."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from kls_portal.documents.file_names import file_name
from kls_portal.documents.paper import Paper
from kls_portal.documents.paper_docx import paper_docx
from kls_portal.documents.paper_pdf import paper_pdf
from kls_portal.documents.pdf import DocumentTooLongError

TOO_LONG = "This is too long for a PDF. Take the Word file instead."
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


def paper_download(
    request: HttpRequest, paper: Paper, kind: str, name: str, title: str, back: str
) -> HttpResponse:
    """Return a paper as PDF or Word, named after what it is, the post and today.

    back: the address to go to, with a message, where it is too long for a PDF.
    """
    try:
        body = paper_pdf(paper) if kind == "pdf" else paper_docx(paper)
    except DocumentTooLongError:
        messages.error(request, TOO_LONG)
        return redirect(back)
    return download(body, kind, file_name(name, title, localdate(), kind))
