"""The address of the search."""

from guidance.search import views
from kls_portal.addresses import pages

urlpatterns = pages(
    {
        "search/": views.search,
    }
)
