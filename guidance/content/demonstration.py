"""Guidance for the demonstration site, and tasks for its editors."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from guidance.pages.models import Feedback
from guidance.pages.services.approvals import answer, make_link
from guidance.pages.services.drafts import save_draft
from guidance.pages.services.local_steps import history_of, keep_local_steps
from guidance.register.link_check.outcome import State
from guidance.register.models import Claim, ExternalResource, LinkCheck, PageResource
from guidance.register.services import note_places
from guidance.search.models import SearchMiss
from guidance.texts.models import Page
from guidance.texts.rules.claim_marks import ATTRIBUTE
from kls_portal.accounts.models import Membership, User

CLAIM, RESOURCE = "demo-thanks", "demo-thank-you-cards"
# Added to the draft of the demonstration.
CLAIMED = f'<p><span {ATTRIBUTE}="{CLAIM}">Teams that say thank you keep people.</span></p>'
SENTENCE = "An example of what to write would help."
ASKED = "car parking permit"
SOON, AGO = timedelta(days=20), timedelta(days=3)


def lapsed_claim() -> None:
    """Create the claim of the draft, whose review was due three days ago."""
    today = timezone.localdate()
    Claim.objects.get_or_create(
        code=CLAIM,
        defaults={
            "kind": "anecdotal",
            "words": "Teams that say thank you keep people.",
            "source": "A manager of the demonstration",
            "confirmed_on": today - timedelta(days=365),
            "review_by": today - AGO,
        },
    )


def work_for_the_desk(page: Page) -> Iterator[str]:
    """Give a page a broken link, negative feedback and a review due soon, unless already done."""
    if ExternalResource.objects.filter(code=RESOURCE).exists():
        return
    today = timezone.localdate()
    _broken_link(page)
    Page.objects.filter(pk=page.pk).update(next_review=today + SOON)
    Feedback.objects.create(page=page, useful=False, sentence=SENTENCE, given_on=today - AGO)
    SearchMiss.objects.get_or_create(words=ASKED, defaults={"count": 3, "last_seen": today - AGO})
    yield f"The desk tells of a broken link, a reader and a review of “{page}”."


def _broken_link(page: Page) -> None:
    """Link the page to a reserved address (RFC 2606), as if the link check had found it broken."""
    resource = ExternalResource.objects.create(
        code=RESOURCE,
        name="Thank-you cards of Northfield",
        publisher="Northfield NHS Trust",
        use="Cards to print. The address is broken, to show the desk.",
        url="https://cards.northfield.example/thank-you",
        confirmed=True,
    )
    PageResource.objects.create(page=page, resource=resource, order=99)
    note_places()
    moment = timezone.now() - AGO
    LinkCheck.objects.filter(key=LinkCheck.key_of(resource.https)).update(
        state=State.UNKNOWN_HOST, checked_at=moment, since=moment, failures=1
    )


OWNER, DEPUTY = "editor@demo.example", "admin@demo.example"
SECTION, DRAFTED = "recruiting", "retaining/celebrating-success"
ADDED = "<p>Ask each person how they like to be thanked: some prefer a word in private.</p>"
LEAD, WITH_STEPS = "lead@demo.example", "recruiting/interviews"
STEPS = "At our Trust:\n\n- book the seminar room 2 weeks ahead\n- ask HR for the scoring form"
LINKS = "How to book a room https://intranet.northfield.example/rooms"
KEY = UUID("0b7c1d1e-8f0a-4a53-9f0e-6f2f4f1d2a01")


@transaction.atomic
def load_demonstration() -> Iterator[str]:
    """Give pages owners, a draft with tasks for the desk, and local steps, unless already done."""
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
