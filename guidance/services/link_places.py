"""Every place at which readers meet an address of another site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import transaction

from guidance.html_tree import parse, text_of
from guidance.models import ExternalResource, LinkCheck, LinkPlace, Page, PageResource

LONGEST_TEXT = 200


@dataclass(frozen=True)
class Place:
    """A link: its address without the place within the page, its words, and what it stands on."""

    address: str
    text: str
    page_id: int | None = None
    resource_id: int | None = None


def places() -> Iterator[Place]:
    """Return every link to another site, in the texts of live pages and in the register."""
    for page in Page.objects.for_reading().only("pk", "live__body"):
        for link in parse(page.shown.body).iter("a"):
            if address := _elsewhere(link.get("href", "")):
                yield Place(address, text_of(link)[:LONGEST_TEXT], page_id=page.pk)
    pages: dict[int, list[int | None]] = {}
    for resource_id, page_id in PageResource.objects.values_list("resource_id", "page_id"):
        pages.setdefault(resource_id, []).append(page_id)
    for resource in ExternalResource.objects.exclude(url=""):
        if address := _elsewhere(resource.https):
            for on_page in pages.get(resource.pk, [None]):
                yield Place(address, resource.name[:LONGEST_TEXT], on_page, resource.pk)


def _elsewhere(link: str) -> str:
    """Return the address of a link to another site, or ""."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return parts._replace(fragment="").geturl() if is_web else ""


@transaction.atomic
def note_places() -> int:
    """Bring the rows in step with the texts, and return how many addresses there are.

    What is remembered of an address that still stands somewhere is kept.
    """
    found = list(dict.fromkeys(places()))
    keys = {LinkCheck.key_of(place.address): place.address for place in found}
    known = dict(LinkCheck.objects.values_list("key", "pk"))
    LinkCheck.objects.filter(pk__in=[pk for key, pk in known.items() if key not in keys]).delete()
    LinkCheck.objects.bulk_create(
        [LinkCheck(key=key, address=keys[key]) for key in keys if key not in known],
        ignore_conflicts=True,
    )
    known = dict(LinkCheck.objects.values_list("key", "pk"))
    wanted = {
        (known[LinkCheck.key_of(place.address)], place.page_id, place.resource_id, place.text)
        for place in found
    }
    fields = ("link_id", "page_id", "resource_id", "text")
    stored = {row[1:]: row[0] for row in LinkPlace.objects.values_list("pk", *fields)}
    gone = [pk for row, pk in stored.items() if row not in wanted]
    LinkPlace.objects.filter(pk__in=gone).delete()
    LinkPlace.objects.bulk_create(
        LinkPlace(**dict(zip(fields, row, strict=True)))
        for row in sorted(wanted - stored.keys(), key=str)
    )
    return len(keys)
