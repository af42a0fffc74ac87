"""Publish, withdraw and remove pages, with the search index and the stored pages in step."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from guidance.models import Page, Revision
from guidance.sanitise import sanitise
from guidance.search import index
from kls_portal.accounts.models import User
from kls_portal.nav import FOOTER, NAVIGATION
from kls_portal.public import raise_site_version

# Paths that the header or the footer of every page links to.
FIXED = frozenset(link.address.strip("/") for link in (*NAVIGATION, *FOOTER))


def readers_see_changes() -> None:
    """Let the pages stored for readers lapse, once the transaction is through."""
    transaction.on_commit(raise_site_version)


@transaction.atomic
def publish(
    page: Page,
    *,
    title: str,
    summary: str,
    body: str,
    based_on: str = "",
    author: User | None = None,
    note: str = "",
) -> Revision:
    """Make a revision of these words, show it to readers, and return it.

    `body` is any HTML; it is sanitised here. `page` must be stored. Words that are the same as
    the live ones make no revision: the live one is returned.
    """
    words = {
        "title": title.strip(),
        "summary": summary.strip(),
        "body": sanitise(body),
        "based_on": based_on.strip(),
    }
    readers_see_changes()
    live = page.live
    if live and all(getattr(live, field) == text for field, text in words.items()):
        return live
    page.live = Revision.objects.create(page=page, author=author, note=note.strip(), **words)
    page.save(update_fields=["live"])
    index.update(page)
    return page.live


@transaction.atomic
def withdraw(page: Page) -> None:
    """Take a page off the site. Its revisions stay, and publishing brings it back.

    Raises ValidationError for a page that every page of the site links to.
    """
    _refuse_fixed(page)
    page.live = None
    page.save(update_fields=["live"])
    index.remove(page.pk)
    readers_see_changes()


@transaction.atomic
def remove(page: Page) -> None:
    """Delete a page with its revisions.

    Raises django.db.models.ProtectedError where other pages stand beneath it, and
    ValidationError as `withdraw` does.
    """
    _refuse_fixed(page)
    key = page.pk
    page.delete()
    index.remove(key)
    readers_see_changes()


@transaction.atomic
def use_again(revision: Revision, *, author: User | None = None) -> Revision:
    """Show the words of a past revision to readers again, and return the revision that does.

    That is a new one; if its words are the live ones already, the live one is returned.
    """
    day = date_format(timezone.localtime(revision.created), "j F Y, H:i")
    words = {name: getattr(revision, name) for name in ("title", "summary", "body", "based_on")}
    note = f"The text of {day} again"
    return publish(revision.page, **words, author=author, note=note)


def _refuse_fixed(page: Page) -> None:
    if page.path in FIXED:
        raise ValidationError(
            f"Every page of the site links to /{page.path}/. Change its text instead."
        )
