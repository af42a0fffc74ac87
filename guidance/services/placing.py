"""The place of a page in the tree. Its address follows from it, and so do those beneath it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import Resolver404, resolve

from guidance.converters import LONGEST_PATH
from guidance.models import Page
from guidance.services.publishing import readers_see_changes


def address_of(parent: Page | None, slug: str) -> str:
    """Return the path of a page: `recruiting/interviews`."""
    return f"{parent.path}/{slug}" if parent else slug


def check_place(page: Page, *, parent: Page | None, slug: str) -> None:
    """Refuse a place that cannot be, with a ValidationError keyed by `parent` or `slug`.

    A page cannot stand beneath itself, two pages cannot share an address, and a page cannot
    take an address that another part of the portal answers.
    """
    path = address_of(parent, slug)
    if page.pk and parent and _is_beneath(parent, page):
        raise ValidationError(
            {"parent": "A page cannot be beneath itself. Choose a page outside this one."}
        )
    if len(path) + _longest_tail(page) > LONGEST_PATH:
        raise ValidationError(
            {"slug": f"The address would be longer than {LONGEST_PATH} characters. Shorten it."}
        )
    if other := Page.objects.filter(path=path).exclude(pk=page.pk).first():
        raise ValidationError(
            {"slug": f"The page “{other}” already has the address /{path}/. Choose another."}
        )
    if not _is_free(path):
        raise ValidationError(
            {"slug": f"The portal already uses the address /{path}/. Choose another."}
        )


@transaction.atomic
def place(page: Page, *, parent: Page | None, slug: str) -> Page:
    """Put a page under `parent`, store it, and move the pages beneath it along.

    Raises ValidationError as `check_place` does.
    """
    check_place(page, parent=parent, slug=slug)
    old = page.path
    page.parent, page.slug, page.path = parent, slug, address_of(parent, slug)
    page.save()
    if old and old != page.path:
        below = list(Page.objects.beneath(old))
        for child in below:
            child.path = page.path + child.path.removeprefix(old)
        Page.objects.bulk_update(below, ["path"])
    readers_see_changes()
    return page


def _is_beneath(candidate: Page, page: Page) -> bool:
    return candidate.pk == page.pk or candidate.path.startswith(f"{page.path}/")


def _longest_tail(page: Page) -> int:
    """Return how many characters the deepest page beneath adds to this page's path."""
    if not page.pk:
        return 0
    paths = Page.objects.beneath(page.path).values_list("path", flat=True)
    return max((len(path) - len(page.path) for path in paths), default=0)


def _is_free(path: str) -> bool:
    """Whether no view but the guidance pages' answers this address."""
    try:
        return resolve(f"/{path}/").view_name == "guidance:page_detail"
    except Resolver404:
        return False
