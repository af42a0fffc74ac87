"""Django's own reports of an error, for whoever asks Django for one: without anything typed.

With DEBUG on they are Django's page for developers, whole.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from kls_portal.operation.tracebacks import traceback_of


class NothingTyped(SafeExceptionReporterFilter):
    """Hides what was posted, cookies, headers, settings and the values of variables."""

    def get_post_parameters(self, request: HttpRequest | None) -> Any:
        """Return nothing."""
        return super().get_post_parameters(request) if settings.DEBUG else QueryDict()

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, Any]:
        """Return nothing: the query and the address before are among them."""
        return super().get_safe_request_meta(request) if settings.DEBUG else {}

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, Any]:
        """Return nothing."""
        return super().get_safe_cookies(request) if settings.DEBUG else {}

    def get_safe_settings(self) -> dict[str, Any]:
        """Return nothing."""
        return super().get_safe_settings() if settings.DEBUG else {}

    def get_traceback_frame_variables(self, request: HttpRequest, tb_frame: Any) -> Any:
        """Return nothing."""
        return super().get_traceback_frame_variables(request, tb_frame) if settings.DEBUG else ()


class Reporter(ExceptionReporter):
    """Tells the class and the way to an error, and not its words."""

    def get_traceback_text(self) -> SafeString:
        """Return the report as plain text."""
        if settings.DEBUG:
            return super().get_traceback_text()
        return SafeString(traceback_of(self.exc_value) if self.exc_value else "")

    def get_traceback_html(self) -> SafeString:
        """Return the report as HTML."""
        if settings.DEBUG:
            return super().get_traceback_html()
        return format_html("<pre>{}</pre>", str(self.get_traceback_text()))
