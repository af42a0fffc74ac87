"""Addresses of the guidance. A page's comes last: its pattern matches anything else."""

from django.urls import include, path

import kls_portal.files  # noqa: F401 - <document:kind>
from guidance.decisions.views import decision_detail, decision_file
from guidance.guide.views import guide_file
from guidance.news import views as news
from guidance.pages.services.placing import LONGEST_PATH
from guidance.pages.views import answers
from guidance.pages.views import pages as views
from guidance.register.views import network_list
from guidance.search.views import search
from kls_portal.addresses import pages, part_of_addresses

# Slash-separated words of small letters, digits and hyphens, such as `recruiting/interviews`.
part_of_addresses(
    "page_path",
    rf"(?=.{{1,{LONGEST_PATH}}}/?\Z)[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*",
)

named = pages(
    {
        "search/": search,
        "guide/guide.<document:kind>": guide_file,
        "tools/decisions/<slug:code>/": decision_detail,
        "tools/decisions/<slug:code>/record.<document:kind>": decision_file,
        "networks/": network_list,
        "updates/": news.update_list,
        "updates/feed/": news.update_feed,
        "updates/<slug:slug>/": news.update_detail,
        "": views.home,
        "approval/<str:token>/": answers.approval,
        "feedback/<int:page_id>/": answers.feedback_create,
        "feedback/<int:page_id>/thanks/": answers.feedback_thanks,
        "local/<int:organisation_id>/<int:page_id>/": answers.local_steps_edit,
        "local/<int:organisation_id>/<int:page_id>/remove/": answers.local_steps_remove,
        "<page_path:path>/": views.page_detail,
    }
)
of_the_site = pages({"sitemap.xml": views.sitemap, "robots.txt": views.robots})
urlpatterns = [*of_the_site, path("", include((named, "guidance")))]
