"""Which methods of HTTP a view answers, beside what Django names itself."""

from django.views.decorators.http import require_http_methods

require_safe_or_post = require_http_methods(["GET", "HEAD", "POST"])
"""Django's `require_safe` or `require_POST`: a page that shows a form and takes it."""
