"""Publish, withdraw and remove pages, with the search index and the stored pages in step."""

from __future__ import annotations

from django.db import transaction

from guidance.models import Page, Revision
from guidance.sanitise import sanitise
from guidance.search import index
from kls_portal.accounts.models import User
from kls_portal.public import raise_site_version


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
    """Take a page off the site. Its revisions stay, and publishing brings it back."""
    page.live = None
    page.save(update_fields=["live"])
    index.remove(page.pk)
    readers_see_changes()


@transaction.atomic
def remove(page: Page) -> None:
    """Delete a page with its revisions.

    Raises django.db.models.ProtectedError where other pages stand beneath it.
    """
    key = page.pk
    page.delete()
    index.remove(key)
    readers_see_changes()
