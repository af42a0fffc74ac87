"""Approving a draft without an account, and marking a page as reviewed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from guidance.pages.models import ApprovalAnswer, ApprovalLink
from guidance.texts.models import Page, Revision
from kls_portal.accounts.models import User
from kls_portal.calendar.working_days import months_after
from kls_portal.operation.site_version import invalidate_public_cache

# For how many days a link may be open, as editors are asked; the second is offered first.
LIFETIMES = (7, 14, 30)
USUAL_LIFETIME = 14
# A link that was sent to the wrong list must not fill the record of a page.
MOST_ANSWERS = 50
# Who said it is forgotten after this long; what was said is part of the page's record.
NAMES_KEPT = timedelta(days=365)
FULL = "This link has taken as many answers as it can. Ask the editors for a new one."


@transaction.atomic
def make_link(
    revision: Revision, *, days: int, label: str = "", by: User | None = None
) -> tuple[ApprovalLink, str]:
    """Return a link that shows this text for so many days, and its token, known only now."""
    return ApprovalLink.objects.make(days=days, revision=revision, label=label.strip(), made_by=by)


def links_of(page: Page) -> list[ApprovalLink]:
    """Return the links to the texts of a page, newest first, with what was said."""
    links = ApprovalLink.objects.filter(revision__page=page).select_related("revision")
    return list(links.prefetch_related("answers"))


@transaction.atomic
def answer(
    link: ApprovalLink, *, key: UUID, is_approval: bool, comment: str = "", said_by: str = ""
) -> ApprovalAnswer:
    """Store what somebody said, and return it. The same key again is the same answer.

    Raises ValidationError where the link has taken all it can.
    """
    ApprovalLink.objects.select_for_update().get(pk=link.pk)
    if given := link.answers.filter(key=key).first():
        return given
    if link.answers.count() >= MOST_ANSWERS:
        raise ValidationError(FULL)
    return link.answers.create(
        key=key, is_approval=is_approval, comment=comment.strip(), said_by=said_by.strip()
    )


def forget_names(now: datetime) -> Iterator[str]:
    """Take out who gave answers of more than a year ago. Say how many, if any."""
    old = ApprovalAnswer.objects.filter(made_at__lt=now - NAMES_KEPT).exclude(said_by="")
    if number := old.update(said_by=""):
        yield f"Approvals: who gave them was forgotten, {number}."


def forget_links(now: datetime) -> Iterator[str]:
    """Delete links that ended some time ago. One that was answered stays with its answers."""
    if gone := ApprovalLink.objects.spent(now).filter(answers=None).delete()[0]:
        yield f"Links for approval that ended: {gone} deleted."


def move_review(page: Page, *, on: date) -> None:
    """Store that the page was reviewed that day; the next review is its period later."""
    page.last_reviewed = on
    page.next_review = months_after(on, page.review_months or settings.GUIDANCE_REVIEW_MONTHS)
    page.save(update_fields=["last_reviewed", "next_review"])
    transaction.on_commit(invalidate_public_cache)


def mark_reviewed(page: Page) -> None:
    """Store that the page was reviewed today, and nothing needed to change."""
    move_review(page, on=timezone.localdate())
