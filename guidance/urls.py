"""Addresses of the guidance. The pages' own come last: they answer whatever is left."""

from django.urls import include, path, register_converter

from guidance import views
from guidance.converters import PagePath

register_converter(PagePath, "page_path")

pages = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("<page_path:path>/", views.page_detail, name="page_detail"),
]
urlpatterns = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("", include((pages, "guidance"))),
]
