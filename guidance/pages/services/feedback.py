"""Readers' feedback on pages, stored anonymously and shown to editors."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from guidance.pages.models import Feedback
from guidance.texts.models import Page
from kls_portal.limits import within

HOUR = 60 * 60
SAME_AGAIN = 10 * 60


def may_answer(page: Page, *, network: str) -> bool:
    """Count one attempt from a network, and return whether it is within the hourly limits.

    The limits (`FEEDBACK_LIMITS`) hold per network and page, per network, and for the whole site,
    so that a flood from many networks is stopped too.
    """
    limits = settings.FEEDBACK_LIMITS
    counted = (
        within(limits["page"], per_seconds=HOUR, of=f"feedback {network} {page.pk}"),
        within(limits["network"], per_seconds=HOUR, of=f"feedback {network}"),
        within(limits["site"], per_seconds=HOUR, of="feedback"),
    )
    return all(counted)


def keep_answer(page: Page, *, useful: bool, sentence: str, network: str) -> None:
    """Store an answer, but ignore a repeat within ten minutes as a second click."""
    words = hashlib.sha256(f"{useful} {sentence}".encode()).hexdigest()
    if within(1, per_seconds=SAME_AGAIN, of=f"feedback {network} {page.pk} {words}"):
        Feedback.objects.create(page=page, useful=useful, sentence=sentence)


def forget_answers(now: datetime) -> Iterator[str]:
    """Delete answers older than FEEDBACK_SHOWN_DAYS, and yield how many, if any."""
    since = localdate(now) - timedelta(days=settings.FEEDBACK_SHOWN_DAYS)
    if gone := Feedback.objects.filter(given_on__lt=since).delete()[0]:
        yield f"Answers of readers: {gone} deleted, older than {settings.FEEDBACK_SHOWN_DAYS} days."


def unhelpful_pages(since: date) -> QuerySet[Any]:
    """Return the pages that readers called not useful since that day, worst first.

    Each has `no`, how many of the `given` answers say so, and `last_words`, the latest comment that
    goes with one, or None.
    """
    said = Feedback.objects.filter(page=OuterRef("pk"), useful=False, given_on__gte=since)
    pages = Page.objects.filter(feedback__given_on__gte=since).annotate(
        no=Count("feedback", filter=Q(feedback__useful=False)),
        given=Count("feedback"),
        last_words=Subquery(said.exclude(sentence="").values("sentence")[:1]),
    )
    return pages.filter(no__gt=0).order_by("-no", "path").select_related("live")
