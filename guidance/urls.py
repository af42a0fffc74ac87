"""Addresses of the guidance. Those of pages come last, as their pattern matches any path."""

from django.urls import include, path

from guidance.decisions import urls as decisions
from guidance.guide import urls as guide
from guidance.news import urls as news
from guidance.pages import urls as pages
from guidance.register import urls as register
from guidance.search import urls as search

named = [
    *search.urlpatterns,
    *guide.urlpatterns,
    *decisions.urlpatterns,
    *register.urlpatterns,
    *news.urlpatterns,
    *pages.urlpatterns,
]
urlpatterns = [*pages.of_the_site, path("", include((named, "guidance")))]
