"""URLs of pages. Each URL is named after its view."""

from collections.abc import Callable, Mapping

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter


def pages(
    views: Mapping[str, Callable[..., HttpResponseBase]], below: str = ""
) -> list[URLPattern]:
    """Return URL patterns for views keyed by route, each named after its view.

    below: the common prefix of the routes.
    """
    return [path(below + route, view, name=view.__name__) for route, view in views.items()]


def part_of_addresses(name: str, regex: str) -> None:
    """Register a path converter `<name:…>` that matches `regex`."""
    text = staticmethod(str)
    kind = type(name.title(), (), {"regex": regex, "to_python": text, "to_url": text})
    register_converter(kind, name)


part_of_addresses("direction", "up|down")
