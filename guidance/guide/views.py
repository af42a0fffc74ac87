"""The whole guide as one file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guidance.guide.services import guide_file
from kls_portal.public import public

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@public
@require_safe
def guide_file_view(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the guide as PDF or Word. The browser asks again; the ETag makes that answer short."""
    body = guide_file(kind)
    headers = {
        "Content-Disposition": f'attachment; filename="kls-portal-guide.{kind}"',
        "Cache-Control": "public, no-cache",
    }
    return HttpResponse(body, content_type=CONTENT_TYPES[kind], headers=headers)
