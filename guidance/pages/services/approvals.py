"""Approving a draft without an account, and marking a page as reviewed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from guidance.pages.models import ApprovalAnswer, ApprovalLink
from guidance.texts.models import Page, Revision
from kls_portal.accounts.models import User
from kls_portal.calendar.working_days import months_after
from kls_portal.idempotency import derived_key
from kls_portal.operation.site_version import invalidate_public_cache

# The lifetimes of a link in days that editors can choose.
LIFETIMES = (7, 14, 30)
USUAL_LIFETIME = 14
# Limits the answers when a link was sent to the wrong mailing list.
MOST_ANSWERS = 50
# How long the author of an answer is kept; the answer is part of the page's record.
NAMES_KEPT = timedelta(days=365)
FULL = "This link has taken as many answers as it can. Ask the editors for a new one."


@transaction.atomic
def make_link(
    revision: Revision, *, days: int, label: str = "", by: User | None = None
) -> tuple[ApprovalLink, str]:
    """Make a link to a revision; return it and its token, which cannot be read again."""
    return ApprovalLink.objects.make(days=days, revision=revision, label=label.strip(), made_by=by)


def links_of(page: Page) -> list[ApprovalLink]:
    """Return the links to the revisions of a page, newest first, with their answers."""
    links = ApprovalLink.objects.filter(revision__page=page).select_related("revision")
    return list(links.prefetch_related("answers"))


@transaction.atomic
def answer(
    link: ApprovalLink, *, key: UUID, is_approval: bool, comment: str = "", said_by: str = ""
) -> ApprovalAnswer:
    """Store and return an answer. The same words with the same key return the existing answer.

    Raises ValidationError where the link has MOST_ANSWERS already.
    """
    ApprovalLink.objects.select_for_update().get(pk=link.pk)
    said = {"is_approval": is_approval, "comment": comment.strip(), "said_by": said_by.strip()}
    sent_key = derived_key(key, link, said)
    if given := link.answers.filter(key=sent_key).first():
        return given
    if link.answers.count() >= MOST_ANSWERS:
        raise ValidationError(FULL)
    return link.answers.create(key=sent_key, **said)


def forget_names(now: datetime) -> Iterator[str]:
    """Remove the authors of answers more than a year old, and yield how many, if any."""
    old = ApprovalAnswer.objects.filter(made_at__lt=now - NAMES_KEPT).exclude(said_by="")
    if number := old.update(said_by=""):
        yield f"Approvals: who gave them was forgotten, {number}."


def forget_links(now: datetime) -> Iterator[str]:
    """Delete spent links without answers, and yield how many, if any."""
    if gone := ApprovalLink.objects.spent(now).filter(answers=None).delete()[0]:
        yield f"Links for approval that ended: {gone} deleted."


def move_review(page: Page, *, on: date) -> None:
    """Note that a page was reviewed on a day, and when its next review is due."""
    page.last_reviewed = on
    page.next_review = months_after(on, page.review_months or settings.GUIDANCE_REVIEW_MONTHS)
    page.save(update_fields=["last_reviewed", "next_review"])
    transaction.on_commit(invalidate_public_cache)
