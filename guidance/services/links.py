"""Links of a text that lead nowhere on this site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from guidance.html_tree import parse
from guidance.models import OldAddress, Page

LEADS_NOWHERE = (
    "“{}” leads nowhere. Correct the address or take the link out. An address on this site begins"
    " with /, any other with https://."
)


def dead_links(body: str, own_path: str = "") -> list[str]:
    """Return the addresses in a sanitised text that lead nowhere, each once, as they stand.

    Judged are links within the site: by the pages that readers see, by their old addresses,
    and elsewhere by the resolver. `own_path` is the path of the page that the text is for,
    which may not be stored yet. Links to other sites and to headings are not judged.
    """
    asked = {link: path for link in _links(body) if (path := _path_of(link)) is not None}
    pages = {link: _page_at(path) for link, path in asked.items()}
    wanted = {path for path in pages.values() if path}
    there = {own_path, *Page.objects.live().filter(path__in=wanted).values_list("path", flat=True)}
    old = OldAddress.objects.filter(path__in=wanted, page__live__isnull=False)
    there.update(old.values_list("path", flat=True))
    return [link for link, path in pages.items() if path is None or (path and path not in there)]


def _links(body: str) -> Iterator[str]:
    for link in parse(body).iter("a"):
        yield link.get("href", "")


def _path_of(link: str) -> str | None:
    """Return the path that a link leads to on this site; None where it leads elsewhere.

    A link that begins with neither a slash nor a scheme would depend on the page it stands on;
    its path is "", where nothing is.
    """
    parts = urlsplit(link)
    is_elsewhere = parts.scheme or parts.netloc or link.startswith("#")
    if is_elsewhere or parts.path.startswith(settings.STATIC_URL):
        return None
    return parts.path if parts.path.startswith("/") else ""


def _page_at(path: str) -> str | None:
    """Return the path of the guidance page for an address, "" for another view, None for none."""
    for address in dict.fromkeys((path, f"{path.rstrip('/')}/")):
        try:
            match = resolve(address) if path else None
        except Resolver404:
            continue
        if match is not None:
            is_page = match.view_name == "guidance:page_detail"
            return match.kwargs["path"] if is_page else ""
    return None
