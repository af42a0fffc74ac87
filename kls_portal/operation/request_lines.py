"""A number for each request, told in every line of the log that it causes, and one line for it."""

import logging
import re
from collections.abc import Callable
from contextvars import ContextVar
from time import perf_counter
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
# Digits and hyphens, as nginx and others make them: no words can come this way.
SANE = re.compile(r"[0-9a-f-]{16,36}")

current: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
"""The request that is being answered, if any."""
_logger = logging.getLogger(__name__)


class RequestLineMiddleware:
    """Numbers each request, answers the number as a header, and logs a line when it is answered.

    Static files get no line unless something is wrong with them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request.request_id = _number_of(request)  # type: ignore[attr-defined]
        started, before = perf_counter(), current.set(request)
        try:
            response = self.get_response(request)
            response.headers[HEADER] = request.request_id  # type: ignore[attr-defined]
            if response.status_code >= 400 or not request.path.startswith(settings.STATIC_URL):
                status, lasted = response.status_code, round(1000 * (perf_counter() - started))
                answer = {"status": status, "milliseconds": lasted}
                _logger.info("answered %s in %s ms", status, lasted, extra={"answer": answer})
            return response
        finally:
            current.reset(before)


def _number_of(request: HttpRequest) -> str:
    """Return the number that a proxy in front gave, or else a new one."""
    given = request.headers.get(HEADER, "")
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT and SANE.fullmatch(given)
    return given if trusted else uuid4().hex
