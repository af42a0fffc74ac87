"""Addresses of the guidance. The pages' own come last: they answer whatever is left."""

from django.urls import include, path

import kls_portal.files  # noqa: F401 - <document:kind>
from guidance.decisions import views as decisions
from guidance.guide import views as guide
from guidance.news import views as updates
from guidance.pages.services.placing import LONGEST_PATH
from guidance.pages.views import answers as feedback
from guidance.pages.views import answers as local_steps
from guidance.pages.views import approvals, pages
from guidance.pages.views import pages as robots
from guidance.register import views as networks
from guidance.search import views as searching
from kls_portal.addresses import part_of_addresses

# Words of small letters, digits and hyphens between slashes: `recruiting/interviews`.
part_of_addresses(
    "page_path",
    rf"(?=.{{1,{LONGEST_PATH}}}/?\Z)[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*",
)

named = [
    path("", pages.home, name="home"),
    path("search/", searching.search, name="search"),
    path("approval/<str:token>/", approvals.approval, name="approval"),
    path("feedback/<int:page_id>/", feedback.feedback_create, name="feedback_create"),
    path("feedback/<int:page_id>/thanks/", feedback.feedback_thanks, name="feedback_thanks"),
    path(
        "local/<int:organisation_id>/<int:page_id>/",
        local_steps.local_steps_edit,
        name="local_steps_edit",
    ),
    path(
        "local/<int:organisation_id>/<int:page_id>/remove/",
        local_steps.local_steps_remove,
        name="local_steps_remove",
    ),
    path("guide/guide.<document:kind>", guide.guide_file_view, name="guide_file"),
    path("tools/decisions/<slug:code>/", decisions.decision_detail, name="decision_detail"),
    path(
        "tools/decisions/<slug:code>/record.<document:kind>",
        decisions.decision_file,
        name="decision_file",
    ),
    path("networks/", networks.network_list, name="network_list"),
    path("updates/", updates.update_list, name="update_list"),
    path("updates/feed/", updates.update_feed, name="update_feed"),
    path("updates/<slug:slug>/", updates.update_detail, name="update_detail"),
    path("<page_path:path>/", pages.page_detail, name="page_detail"),
]
urlpatterns = [
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path("", include((named, "guidance"))),
]
