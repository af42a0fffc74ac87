"""Addresses of the guidance. The pages' own come last: they answer whatever is left."""

from django.urls import include, path, register_converter

from guidance.converters import PagePath
from guidance.views import approvals, feedback, pages, robots, searching

register_converter(PagePath, "page_path")

named = [
    path("", pages.home, name="home"),
    path("search/", searching.search, name="search"),
    path("approval/<str:token>/", approvals.approval, name="approval"),
    path("feedback/<int:page_id>/", feedback.feedback_create, name="feedback_create"),
    path("feedback/<int:page_id>/thanks/", feedback.feedback_thanks, name="feedback_thanks"),
    path("<page_path:path>/", pages.page_detail, name="page_detail"),
]
urlpatterns = [
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path("", include((named, "guidance"))),
]
