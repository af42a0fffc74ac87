"""What a view is, and which methods of HTTP it answers beside what Django names itself."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]

require_safe_or_post = require_http_methods(["GET", "HEAD", "POST"])
"""Django's `require_safe` or `require_POST`: a page that shows a form and takes it."""
