"""Keeps the index in step with the live pages. Called by the services that publish."""

from __future__ import annotations

from guidance.search.engines import engine
from guidance.texts.models import Page, PageText
from guidance.texts.rules.markdown import plain_text


def update(page: Page) -> None:
    """Write the words of the live revision into the index; a page off the site leaves it."""
    if page.live is None:
        remove(page.pk)
        return
    words = plain_text(page.live.body)
    text, _ = PageText.objects.update_or_create(
        page=page,
        defaults={
            "title": page.live.title,
            "summary": page.live.summary,
            "headings": words.headings,
            "body": words.body,
        },
    )
    engine().store(text)


def remove(page_id: int) -> None:
    """Take a page out of the index."""
    PageText.objects.filter(page_id=page_id).delete()
    engine().erase(page_id)


def rebuild() -> int:
    """Write the index anew from the live pages, and return how many there are."""
    PageText.objects.all().delete()
    engine().erase_all()
    pages = list(Page.objects.for_reading())
    for page in pages:
        update(page)
    return len(pages)
