"""Drafts, which editors work on while readers see the live text, and publishing on time."""

from collections.abc import Iterator
from datetime import datetime
from typing import Unpack

from django.core.exceptions import ValidationError
from django.db import transaction

from guidance.pages.services.publishing import check_change, clean_words, show, withdraw
from guidance.texts.models import Page, Revision, Words, written
from kls_portal.accounts.models import User


@transaction.atomic
def save_draft(
    page: Page,
    *,
    author: User | None = None,
    note: str = "",
    is_major: bool = False,
    change_note: str = "",
    publish_at: datetime | None = None,
    **given: Unpack[Words],
) -> Revision | None:
    """Store these words as the draft of the page, and return it. The live text does not change.

    Changed words make a new revision. Unchanged words only update the settings for publication.
    The live words discard any draft, and None is returned. Raises ValidationError for a major
    change without a note for readers.
    """
    check_change(is_major=is_major, change_note=change_note)
    words = clean_words(given)
    publication = {
        "is_major": is_major,
        "change_note": change_note.strip(),
        "publish_at": publish_at,
    }
    if page.live and page.live.words() == words:
        discard_draft(page)
        return None
    if page.draft and page.draft.words() == words:
        publication["note"] = note.strip() or page.draft.note
        return _update_draft(page.draft, publication)
    if page.draft:
        Revision.objects.filter(pk=page.draft.pk).update(publish_at=None)
    page.draft = Revision.objects.create(
        page=page, author=author, note=note.strip(), **words, **publication
    )
    page.save(update_fields=["draft"])
    return page.draft


def _update_draft(draft: Revision, publication: dict[str, object]) -> Revision:
    for name, value in publication.items():
        setattr(draft, name, value)
    draft.save(update_fields=list(publication))
    return draft


@transaction.atomic
def discard_draft(page: Page) -> None:
    """Discard the draft. Its words stay in the history."""
    if page.draft is None:
        return
    Revision.objects.filter(pk=page.draft.pk).update(publish_at=None)
    page.draft = None
    page.save(update_fields=["draft"])


@transaction.atomic
def publish_draft(page: Page, *, by: User | None = None, now: datetime | None = None) -> Revision:
    """Publish the draft of the page, and return it as the live revision.

    Raises ValidationError if there is no draft.
    """
    if page.draft is None:
        raise ValidationError("This page has no draft to publish.")
    draft = page.draft
    show(page, draft, by=by, now=now)
    return draft


@transaction.atomic
def restore(revision: Revision, *, author: User | None = None) -> Revision | None:
    """Make the words of any revision the draft of its page, as a new revision.

    Returns None if they are the live words.
    """
    note = f"The text of {written(revision.created)} again"
    return save_draft(revision.page, **revision.words(), author=author, note=note)


def publish_due_pages(now: datetime) -> Iterator[str]:
    """Publish each draft that is due, then withdraw each page that has expired.

    Yields a sentence for each. A draft that cannot be published keeps its words and loses its time,
    so that the desk shows it, and the others are still processed.
    """
    due = ((Page.objects.to_publish(now), _publish), (Page.objects.to_withdraw(now), _withdraw))
    for pages, act in due:
        for key in list(pages.values_list("pk", flat=True)):
            with transaction.atomic():
                # Fetch the page again, locked, as it may have changed since.
                page = pages.select_for_update(of=("self",)).filter(pk=key).first()
                sentence = act(page, now) if page else ""
            if sentence:
                yield sentence


def _publish(page: Page, now: datetime) -> str:
    draft = page.draft
    if draft is None:
        return ""
    try:
        publish_draft(page, by=draft.author, now=now)
    except ValidationError as error:
        draft.publish_at = None
        draft.save(update_fields=["publish_at"])
        return f"Not published: “{draft.title}”. {' '.join(error.messages)}"
    return f"Published “{draft.title}”, {page.get_absolute_url()}."


def _withdraw(page: Page, now: datetime) -> str:
    title = str(page)
    try:
        withdraw(page)
    except ValidationError as error:
        page.unpublish_at = None
        page.save(update_fields=["unpublish_at"])
        return f"Not taken off the site: “{title}”. {' '.join(error.messages)}"
    return f"Taken off the site: “{title}”, {page.get_absolute_url()}."
