"""Local steps of organisations, kept with their history and shown to their members alone."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from guidance.pages.models import LocalSteps, LocalStepsChange
from guidance.texts.models import Page
from guidance.texts.rules.local_links import LinkError, read_links
from kls_portal.accounts.models import Membership, Organisation, User
from kls_portal.accounts.permissions import Action, grants
from kls_portal.documents.plain_text import TextBlock, text_blocks
from kls_portal.parts import Link
from kls_portal.reference.facts import with_facts


@dataclass(frozen=True)
class LocalBox:
    """One organisation's box beneath a page. If it has no blocks, a lead may add some."""

    organisation: Organisation
    blocks: tuple[TextBlock, ...]
    links: tuple[Link, ...]
    changed: datetime | None
    may_edit: bool


def boxes_for(user: User, page_id: int) -> list[LocalBox]:
    """Return the boxes of a user's own organisations beneath a page, by name.

    An organisation without steps has a box for its leads only.
    """
    memberships = Membership.objects.filter(user=user).select_related("organisation")
    members = list(memberships.order_by("organisation"))
    rows = LocalSteps.objects.filter(
        page=page_id, organisation__in=[member.organisation_id for member in members]
    )
    steps = {row.organisation_id: row for row in rows} if members else {}
    boxes = [
        _box(member.organisation, steps.get(member.organisation_id), grants(member, Action.LEAD))
        for member in members
    ]
    return [box for box in boxes if box.blocks or box.may_edit]


def _box(organisation: Organisation, row: LocalSteps | None, may_edit: bool) -> LocalBox:
    if row is None:
        return LocalBox(organisation, (), (), None, may_edit)
    blocks = tuple(text_blocks(with_facts(row.text)))
    return LocalBox(organisation, blocks, _links(row.links), row.changed, may_edit)


def _links(typed: str) -> tuple[Link, ...]:
    try:
        return read_links(typed)
    except LinkError:
        return ()


@transaction.atomic
def keep_local_steps(
    *, organisation: Organisation, page: Page, text: str, links: str, by: User
) -> LocalSteps:
    """Store an organisation's steps on a page, and add them to their history."""
    words = {"text": text, "links": links}
    row, _ = LocalSteps.objects.update_or_create(
        organisation=organisation, page=page, defaults=words
    )
    LocalStepsChange.objects.create(organisation=organisation, page=page, by=by, **words)
    return row


@transaction.atomic
def remove_local_steps(*, organisation: Organisation, page: Page, by: User) -> None:
    """Remove an organisation's steps from a page. Their text stays in the history."""
    gone, _ = LocalSteps.objects.filter(organisation=organisation, page=page).delete()
    if gone:
        LocalStepsChange.objects.create(organisation=organisation, page=page, by=by)


def history_of(organisation: Organisation, page: Page) -> QuerySet[LocalStepsChange]:
    """Return every saved state of an organisation's steps on a page, newest first."""
    changes = LocalStepsChange.objects.filter(organisation=organisation, page=page)
    return changes.select_related("by")
