"""The guidance in the demonstration: keepers, a draft, work for the desk, local steps."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from guidance.models import Page
from guidance.services.approvals import answer, make_link
from guidance.services.demonstration_desk import CLAIMED, lapsed_claim, work_for_the_desk
from guidance.services.drafts import save_draft
from guidance.services.local_steps import history_of, keep_local_steps
from kls_portal.accounts.models import Membership, User

OWNER, DEPUTY = "editor@demo.example", "admin@demo.example"
SECTION, DRAFTED = "recruiting", "retaining/celebrating-success"
ADDED = "<p>Ask each person how they like to be thanked: some prefer a word in private.</p>"
LEAD, WITH_STEPS = "lead@demo.example", "recruiting/interviews"
STEPS = "At our Trust:\n\n- book the seminar room 2 weeks ahead\n- ask HR for the scoring form"
LINKS = "How to book a room https://intranet.northfield.example/rooms"
KEY = UUID("0b7c1d1e-8f0a-4a53-9f0e-6f2f4f1d2a01")


@transaction.atomic
def load_demonstration() -> Iterator[str]:
    """Give pages keepers, one a draft and work for the desk, one local steps. Done once."""
    return iter([*_keepers(), *_draft(), *_local_steps()])


def _keepers() -> Iterator[str]:
    owner, deputy = (User.objects.filter(email=email).first() for email in (OWNER, DEPUTY))
    pages = Page.objects.in_section(SECTION).filter(owner=None)
    if owner and pages.exists() and not owner.guidance_pages.exists():
        pages.update(owner=owner, deputy=deputy)
        yield f"{owner} keeps the pages on {SECTION}."


def _draft() -> Iterator[str]:
    page = Page.objects.with_words().filter(path=DRAFTED, live__isnull=False).first()
    if page is None or page.revisions.count() > 1:
        return
    editor = User.objects.filter(email=OWNER).first()
    lapsed_claim()
    words = page.shown.words()
    words["body"] += ADDED + CLAIMED
    draft = save_draft(page, **words, author=editor, note="How people like to be thanked")
    if draft is None:
        return
    link, _ = make_link(draft, days=14, label="Staff council", by=editor)
    answer(link, key=KEY, is_approval=False, comment="Could you add an example?")
    yield f"A draft of “{draft.title}” waits on the desk."
    yield from work_for_the_desk(page)


def _local_steps() -> Iterator[str]:
    page = Page.objects.for_reading().filter(path=WITH_STEPS).first()
    leads = Membership.objects.filter(user__email=LEAD, role=Membership.Role.LEAD)
    lead = leads.select_related("organisation", "user").first()
    if page is None or lead is None or history_of(lead.organisation, page).exists():
        return
    keep_local_steps(
        organisation=lead.organisation, page=page, text=STEPS, links=LINKS, by=lead.user
    )
    yield f"{lead.organisation} added its own steps to “{page}”."
