"""The place of a page in the tree, which determines its address and those beneath it.

Links to a page keep working: pages linked from the header or footer cannot be moved, and every
former path of another page is kept as an `OldAddress`.
"""

from typing import NoReturn

from django.core.exceptions import ValidationError
from django.db import transaction

from guidance.pages.services.publishing import FIXED, invalidates_public_cache
from guidance.register.services import page_at
from guidance.texts.models import OldAddress, Page

LONGEST_PATH = 200

# First parts of addresses that the site uses or has planned, the same on every server.
_RESERVED_WORDS = """
accounts admin approval assets components facts feedback guide healthz local networks robots.txt
search sitemap.xml tools updates vacancies
"""
RESERVED = frozenset(_RESERVED_WORDS.split())


def address_of(parent: Page | None, slug: str) -> str:
    """Return the path of a page, such as `recruiting/interviews`."""
    return f"{parent.path}/{slug}" if parent else slug


def check_place(page: Page, *, parent: Page | None, slug: str) -> None:
    """Refuse an impossible place, with a ValidationError keyed by `parent` or `slug`.

    A page cannot be beneath itself, share an address with another page or take one of another part
    of the portal, and a fixed page cannot be moved.
    """
    path = address_of(parent, slug)
    if page.path in FIXED and path != page.path:
        _refuse(
            "slug" if slug != page.slug else "parent",
            "fixed",
            f"Every page of the site links to /{page.path}/. Leave its address as it is.",
        )
    if page.pk and parent and f"{parent.path}/".startswith(f"{page.path}/"):
        _refuse(
            "parent",
            "beneath-itself",
            "A page cannot be beneath itself. Choose a page outside this one.",
        )
    if len(path) + _longest_tail(page) > LONGEST_PATH:
        _refuse(
            "slug",
            "too-long",
            f"The address would be longer than {LONGEST_PATH} characters. Shorten it.",
        )
    if other := Page.objects.filter(path=path).exclude(pk=page.pk).first():
        _refuse(
            "slug", "taken", f"The page “{other}” already has the address /{path}/. Choose another."
        )
    if page_at(f"/{path}/") != path or path.partition("/")[0] in RESERVED:
        _refuse(
            "slug", "reserved", f"The portal already uses the address /{path}/. Choose another."
        )


def _refuse(field: str, code: str, sentence: str) -> NoReturn:
    raise ValidationError({field: ValidationError(sentence, code=code)})


@transaction.atomic
def place(page: Page, *, parent: Page | None, slug: str) -> Page:
    """Save a page under `parent`, and move the pages beneath it along.

    Their former paths are kept as old addresses. Raises ValidationError as `check_place` does.
    """
    check_place(page, parent=parent, slug=slug)
    old = page.path
    page.parent, page.slug, page.path = parent, slug, address_of(parent, slug)
    page.save()
    moved = {old: page} if old and old != page.path else {}
    if moved:
        below = list(Page.objects.beneath(old))
        for child in below:
            moved[child.path] = child
            child.path = page.path + child.path.removeprefix(old)
        Page.objects.bulk_update(below, ["path"])
    _remember(moved, page)
    invalidates_public_cache()
    return page


def _remember(moved: dict[str, Page], page: Page) -> None:
    """Store former paths as old addresses, and delete old addresses that are now a page's path."""
    taken = {page.path, *(other.path for other in moved.values()), *moved}
    OldAddress.objects.filter(path__in=taken).delete()
    OldAddress.objects.bulk_create(
        OldAddress(path=path, page=other) for path, other in moved.items()
    )


def _longest_tail(page: Page) -> int:
    if not page.pk:
        return 0
    paths = Page.objects.beneath(page.path).values_list("path", flat=True)
    return max((len(path) - len(page.path) for path in paths), default=0)
