"""Publishing, withdrawing and removing pages, with the search index and public cache in step."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from guidance.pages.services.approvals import move_review
from guidance.search import index
from guidance.texts.models import Page, Revision, Words
from guidance.texts.rules.sanitise import sanitise
from kls_portal.accounts.models import User
from kls_portal.nav import FOOTER, NAVIGATION
from kls_portal.operation.site_version import invalidate_public_cache

# Paths that the header or the footer of every page links to.
FIXED = frozenset(link.address.strip("/") for link in (*NAVIGATION, *FOOTER))


def invalidates_public_cache() -> None:
    transaction.on_commit(invalidate_public_cache)


def clean_words(words: Words) -> Words:
    """Return the words of a page as stored: stripped, and with the body, any HTML, sanitised."""
    return {
        "title": words["title"].strip(),
        "summary": words["summary"].strip(),
        "body": sanitise(words["body"]),
        "based_on": words.get("based_on", "").strip(),
    }


@transaction.atomic
def show(
    page: Page, revision: Revision, *, by: User | None = None, now: datetime | None = None
) -> None:
    """Make a saved revision of the page live. A major change counts as a review.

    Raises ValidationError for a major change without a note for readers.
    """
    check_change(is_major=revision.is_major, change_note=revision.change_note)
    moment = now or timezone.now()
    revision.publish_at = None
    revision.published_at = revision.published_at or moment
    revision.published_by = revision.published_by or by
    revision.save(update_fields=["publish_at", "published_at", "published_by"])
    page.live = revision
    if page.draft_id == revision.pk:
        page.draft = None
    page.save(update_fields=["live", "draft"])
    if revision.is_major:
        move_review(page, on=timezone.localdate(moment))
    index.update(page)
    invalidates_public_cache()


def check_change(*, is_major: bool, change_note: str) -> None:
    """Refuse a major change without a note, with a ValidationError keyed by `change_note`."""
    if is_major and not change_note.strip():
        raise ValidationError(
            {"change_note": "A major change needs a note for readers. Say what changed."}
        )


@transaction.atomic
def withdraw(page: Page) -> None:
    """Take a page off the site. Its revisions stay, and publishing brings it back.

    Raises ValidationError for a page in FIXED.
    """
    refuse_fixed(page)
    page.live = None
    page.unpublish_at = None
    page.save(update_fields=["live", "unpublish_at"])
    index.remove(page.pk)
    invalidates_public_cache()


@transaction.atomic
def remove(page: Page) -> None:
    """Delete a page with its revisions.

    Raises django.db.models.ProtectedError if there are pages beneath it, and ValidationError as
    `withdraw` does.
    """
    refuse_fixed(page)
    key = page.pk
    page.delete()
    index.remove(key)
    invalidates_public_cache()


def refuse_fixed(page: Page) -> None:
    if page.path in FIXED:
        raise ValidationError(
            f"Every page of the site links to /{page.path}/. Change its text instead.",
            code="fixed",
        )
