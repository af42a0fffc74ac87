"""Addresses of pages. A page is named by its view, everywhere."""

from collections.abc import Callable, Mapping

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path


def pages(
    views: Mapping[str, Callable[..., HttpResponseBase]], below: str = ""
) -> list[URLPattern]:
    """Return the addresses of views by their routes, each with the name of its view.

    below: what all of the routes begin with.
    """
    return [path(below + route, view, name=view.__name__) for route, view in views.items()]
