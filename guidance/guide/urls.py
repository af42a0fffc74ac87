"""The address of the guide."""

import kls_portal.files  # noqa: F401 - <document:kind>
from guidance.guide import views
from kls_portal.addresses import pages

urlpatterns = pages(
    {
        "guide/guide.<document:kind>": views.guide_file,
    }
)
