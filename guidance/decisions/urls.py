"""Addresses of the decisions."""

import kls_portal.files  # noqa: F401 - <document:kind>
from guidance.decisions import views
from kls_portal.addresses import pages

urlpatterns = pages(
    {
        "tools/decisions/<slug:code>/": views.decision_detail,
        "tools/decisions/<slug:code>/record.<document:kind>": views.decision_file,
    }
)
