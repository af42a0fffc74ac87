"""The search index of this database, and keeping it up to date with the live pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import localdate

from guidance.search.engines import Engine
from guidance.search.postgres import PostgresEngine
from guidance.search.sqlite import SqliteEngine
from guidance.texts.models import Page, PageText
from guidance.texts.rules.markdown import plain_text
from kls_portal.operation.site_version import chosen_day
from kls_portal.reference.facts import html_with_facts, next_boundary


def engine() -> Engine:
    if connection.vendor == "postgresql":
        return PostgresEngine()
    return SqliteEngine()


def update(page: Page, day: date | None = None) -> None:
    """Index the live revision of a page as of a day, by default today; or remove a page without."""
    if page.live is None:
        remove(page.pk)
        return
    day = day or localdate()
    words = plain_text(html_with_facts(page.live.body, day))
    text, _ = PageText.objects.update_or_create(
        page=page,
        defaults={
            "title": page.live.title,
            "summary": page.live.summary,
            "headings": f"{words.headings}\n{' '.join(page.search_words.split())}",
            "body": words.body,
            "lapses_on": next_boundary([page.live.body], day),
        },
    )
    engine().store(text)


@contextmanager
def pages_of_the_day() -> Iterator[None]:
    """Hold the index as of the day that an editor previews; nothing of it is stored."""
    if (day := chosen_day.get()()) is None:
        yield
        return
    with transaction.atomic():
        for page in Page.objects.for_reading().filter(live__body__contains="{{ fact "):
            update(page, day)
        yield
        transaction.set_rollback(True)


def remove(page_id: int) -> None:
    PageText.objects.filter(page_id=page_id).delete()
    engine().erase(page_id)


def refresh() -> int:
    """Reindex the pages whose facts have changed by today, and return their number."""
    pages = list(Page.objects.for_reading().filter(text__lapses_on__lte=localdate()))
    for page in pages:
        with transaction.atomic():
            update(page)
    return len(pages)


def refresh_due(now: datetime) -> Iterator[str]:
    """Refresh the index, and yield for how many pages. A scheduled job."""
    if pages := refresh():
        yield f"Search: {pages} {'page' if pages == 1 else 'pages'} with other facts from today on."


def update_pages_with(name: str, **_: Any) -> None:
    """Reindex the pages that use a changed fact. Receives `facts_changed`."""
    for page in Page.objects.for_reading().filter(live__body__contains=f"fact {name}"):
        update(page)


def rebuild() -> int:
    PageText.objects.all().delete()
    engine().erase_all()
    pages = list(Page.objects.for_reading())
    for page in pages:
        update(page)
    return len(pages)
