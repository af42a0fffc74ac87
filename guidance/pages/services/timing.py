"""The scheduled job that publishes due drafts and withdraws expired pages."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from guidance.pages.services.drafts import publish_draft
from guidance.pages.services.publishing import withdraw
from guidance.texts.models import Page


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
