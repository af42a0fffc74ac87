"""Addresses of pages. A page is named by its view, everywhere."""

from collections.abc import Callable, Mapping

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter


def pages(
    views: Mapping[str, Callable[..., HttpResponseBase]], below: str = ""
) -> list[URLPattern]:
    """Return the addresses of views by their routes, each with the name of its view.

    below: what all of the routes begin with.
    """
    return [path(below + route, view, name=view.__name__) for route, view in views.items()]


def part_of_addresses(name: str, regex: str) -> None:
    """Let `<name:…>` in a route stand for words of this form."""
    text = staticmethod(str)
    kind = type(name.title(), (), {"regex": regex, "to_python": text, "to_url": text})
    register_converter(kind, name)


part_of_addresses("direction", "up|down")
