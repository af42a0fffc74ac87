"""The type of a view, and a decorator for HTTP methods that Django does not provide."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]

require_safe_or_post = require_http_methods(["GET", "HEAD", "POST"])
"""Allow what `require_safe` or `require_POST` allow: for a page that shows and handles a form."""
