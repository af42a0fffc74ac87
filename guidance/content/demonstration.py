"""Guidance for the demonstration site, and tasks for its editors."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from guidance import CONTENT
from guidance.pages.models import Feedback
from guidance.pages.services.approvals import answer, make_link
from guidance.pages.services.drafts import save_draft
from guidance.pages.services.local_steps import history_of, keep_local_steps
from guidance.register.link_check.outcome import State
from guidance.register.models import Claim, ExternalResource, LinkCheck, PageResource
from guidance.register.services import note_places
from guidance.search.models import SearchMiss
from guidance.texts.models import Page
from guidance.texts.rules.marks import ATTRIBUTE
from kls_portal.accounts.models import Membership, User

DEMO = tomllib.loads((CONTENT / "demonstration.toml").read_text(encoding="utf-8"))
DRAFTED = DEMO["draft"]["path"]
# Added to the draft of the demonstration.
CLAIMED = f'<p><span {ATTRIBUTE}="{DEMO["claim"]["code"]}">{DEMO["claim"]["words"]}</span></p>'
SOON, AGO = timedelta(days=20), timedelta(days=3)


def lapsed_claim() -> None:
    """Create the claim of the draft, whose review was due three days ago."""
    today = timezone.localdate()
    days = {"confirmed_on": today - timedelta(days=365), "review_by": today - AGO}
    Claim.objects.get_or_create(code=DEMO["claim"]["code"], defaults=DEMO["claim"] | days)


def work_for_the_desk(page: Page) -> Iterator[str]:
    """Give a page a broken link, negative feedback and a review due soon, unless already done."""
    if ExternalResource.objects.filter(code=DEMO["resource"]["code"]).exists():
        return
    day = timezone.localdate() - AGO
    _broken_link(page)
    Page.objects.filter(pk=page.pk).update(next_review=timezone.localdate() + SOON)
    said = DEMO["desk"]["sentence"]
    Feedback.objects.create(page=page, useful=False, sentence=said, given_on=day)
    missed = {"count": 3, "last_seen": day}
    SearchMiss.objects.get_or_create(words=DEMO["desk"]["search"], defaults=missed)
    yield f"The desk tells of a broken link, a reader and a review of “{page}”."


def _broken_link(page: Page) -> None:
    """Link the page to an address as if the link check had found it broken."""
    resource = ExternalResource.objects.create(**DEMO["resource"])
    PageResource.objects.create(page=page, resource=resource, order=99)
    note_places()
    moment = timezone.now() - AGO
    LinkCheck.objects.filter(key=LinkCheck.key_of(resource.https)).update(
        state=State.UNKNOWN_HOST, checked_at=moment, since=moment, failures=1
    )


@transaction.atomic
def load_demonstration() -> Iterator[str]:
    """Give pages owners, a draft with tasks for the desk, and local steps, unless already done."""
    return iter([*_keepers(), *_draft(), *_local_steps()])


def _keepers() -> Iterator[str]:
    owner, deputy = (
        User.objects.filter(email=DEMO["keepers"][name]).first() for name in ("owner", "deputy")
    )
    section = DEMO["keepers"]["section"]
    pages = Page.objects.in_section(section).filter(owner=None)
    if owner and pages.exists() and not owner.guidance_pages.exists():
        pages.update(owner=owner, deputy=deputy)
        yield f"{owner} keeps the pages on {section}."


def _draft() -> Iterator[str]:
    given = DEMO["draft"]
    page = Page.objects.with_words().filter(path=DRAFTED, live__isnull=False).first()
    if page is None or page.revisions.count() > 1:
        return
    editor = User.objects.filter(email=DEMO["keepers"]["owner"]).first()
    lapsed_claim()
    words = page.shown.words()
    words["body"] += given["added"] + CLAIMED
    draft = save_draft(page, **words, author=editor, note=given["note"])
    if draft is None:
        return
    link, _ = make_link(draft, days=14, label=given["asked_of"], by=editor)
    answer(link, key=UUID(given["key"]), is_approval=False, comment=given["comment"])
    yield f"A draft of “{draft.title}” waits on the desk."
    yield from work_for_the_desk(page)


def _local_steps() -> Iterator[str]:
    steps = {**DEMO["steps"]}
    page = Page.objects.for_reading().filter(path=steps.pop("path")).first()
    leads = Membership.objects.filter(user__email=steps.pop("lead"), role=Membership.Role.LEAD)
    lead = leads.select_related("organisation", "user").first()
    if page is None or lead is None or history_of(lead.organisation, page).exists():
        return
    keep_local_steps(organisation=lead.organisation, page=page, by=lead.user, **steps)
    yield f"{lead.organisation} added its own steps to “{page}”."
