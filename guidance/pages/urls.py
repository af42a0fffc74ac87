"""Addresses of pages. The pattern of a page matches anything else, so they are included last."""

from guidance.pages.services.placing import LONGEST_PATH
from guidance.pages.views import answers
from guidance.pages.views import pages as views
from kls_portal.addresses import pages, part_of_addresses

# Slash-separated words of small letters, digits and hyphens, such as `recruiting/interviews`.
part_of_addresses(
    "page_path",
    rf"(?=.{{1,{LONGEST_PATH}}}/?\Z)[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*",
)

of_the_site = pages({"sitemap.xml": views.sitemap, "robots.txt": views.robots})
urlpatterns = pages(
    {
        "": views.home,
        "approval/<str:token>/": answers.approval,
        "feedback/<int:page_id>/": answers.feedback_create,
        "feedback/<int:page_id>/thanks/": answers.feedback_thanks,
        "local/<int:organisation_id>/<int:page_id>/": answers.local_steps_edit,
        "local/<int:organisation_id>/<int:page_id>/remove/": answers.local_steps_remove,
        "<page_path:path>/": views.page_detail,
    }
)
