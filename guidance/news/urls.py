"""Addresses of the updates."""

from guidance.news import views
from kls_portal.addresses import pages

urlpatterns = pages(
    {
        "updates/": views.update_list,
        "updates/feed/": views.update_feed,
        "updates/<slug:slug>/": views.update_detail,
    }
)
