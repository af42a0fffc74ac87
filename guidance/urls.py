"""Addresses of the guidance. The pages' own come last: they answer whatever is left."""

from django.urls import include, path, register_converter

from guidance.converters import PagePath
from guidance.views import pages, robots, searching

register_converter(PagePath, "page_path")

named = [
    path("", pages.home, name="home"),
    path("search/", searching.search, name="search"),
    path("<page_path:path>/", pages.page_detail, name="page_detail"),
]
urlpatterns = [
    path("sitemap.xml", robots.sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path("", include((named, "guidance"))),
]
