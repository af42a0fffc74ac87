"""Emails that ask for a review: to the owner when it is due, later to the deputy too.

A person gets at most one email a night, listing all their pages, and is asked once for each
review of a page (`Reminder`). Pages that are not on the site are left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from guidance.pages.models import Reminder
from guidance.texts.models import Page
from kls_portal.accounts.models import User
from kls_portal.emails import full_address, send_email
from kls_portal.in_words import counted

SUBJECT = "Guidance to review: {number}"


def remind(now: datetime) -> Iterator[str]:
    """Email each person not yet asked, and yield a sentence for each email.

    An email that fails is not recorded, so it is tried again the next night.
    """
    for person, pages in _to_ask(timezone.localdate(now)).items():
        if _send(person, pages):
            yield f"Asked someone to review {counted(len(pages), 'page')}."
        else:
            yield f"An email about {counted(len(pages), 'page')} to review was not sent."


def _to_ask(today: date) -> dict[User, list[Page]]:
    pages = list(Page.objects.due(today).select_related("live", "owner", "deputy"))
    asked = set(Reminder.objects.filter(page__in=pages).values_list("page", "person", "due"))
    to_ask: dict[User, list[Page]] = defaultdict(list)
    for page in pages:
        for person in _keepers(page, today):
            if (page.pk, person.pk, page.next_review) not in asked:
                to_ask[person].append(page)
                asked.add((page.pk, person.pk, page.next_review))
    return to_ask


def _keepers(page: Page, today: date) -> Iterator[User]:
    """Yield the owner and, GUIDANCE_DEPUTY_AFTER_DAYS after the due date, the deputy."""
    patience = timedelta(days=settings.GUIDANCE_DEPUTY_AFTER_DAYS)
    if page.owner and page.owner.is_active:
        yield page.owner
    if page.deputy and page.deputy.is_active and page.next_review + patience <= today:
        yield page.deputy


def _send(person: User, pages: list[Page]) -> bool:
    context = {
        "pages": [(page, full_address("admin:guidance_page_change", page.pk)) for page in pages],
        "desk": full_address("admin:guidance_desk"),
        "person": person,
    }
    with transaction.atomic():
        sent = send_email(
            to=person.email,
            subject=SUBJECT.format(number=counted(len(pages), "page")),
            template="guidance/desk/emails/review.txt",
            context=context,
            automatic=True,
        )
        if sent:
            Reminder.objects.bulk_create(
                [Reminder(page=page, person=person, due=page.next_review) for page in pages]
            )
    return sent
