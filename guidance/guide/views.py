"""The whole guide as one file."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from guidance.guide.services import guide_of_today, kept_guide
from kls_portal.files import file_response
from kls_portal.public import public


@public
@require_safe
def guide_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Return the guide as a file. Browsers revalidate it by its ETag."""
    return file_response(
        request,
        kind,
        "kls-portal-guide",
        document=guide_of_today,
        keep=partial(kept_guide, kind),
        cache="public, no-cache",
    )
