"""What the desk of the demonstration shows: one thing that needs doing in each of its sections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from guidance.claim_marks import ATTRIBUTE
from guidance.link_check import State
from guidance.models import (
    Claim,
    ExternalResource,
    Feedback,
    LinkCheck,
    Page,
    PageResource,
    SearchMiss,
)
from guidance.services.link_places import note_places

CLAIM, RESOURCE = "demo-thanks", "demo-thank-you-cards"
# In the draft of the demonstration.
CLAIMED = f'<p><span {ATTRIBUTE}="{CLAIM}">Teams that say thank you keep people.</span></p>'
SENTENCE = "An example of what to write would help."
ASKED = "car parking permit"
SOON, AGO = timedelta(days=20), timedelta(days=3)


def lapsed_claim() -> None:
    """Make the claim of the draft, to be checked again three days ago."""
    today = timezone.localdate()
    Claim.objects.get_or_create(
        code=CLAIM,
        defaults={
            "kind": Claim.Kind.ANECDOTAL,
            "words": "Teams that say thank you keep people.",
            "source": "A manager of the demonstration",
            "confirmed_on": today - timedelta(days=365),
            "review_by": today - AGO,
        },
    )


def work_for_the_desk(page: Page) -> Iterator[str]:
    """Give a page a broken link, an unhappy reader and a review that is due soon. Done once."""
    if ExternalResource.objects.filter(code=RESOURCE).exists():
        return
    today = timezone.localdate()
    _broken_link(page)
    Page.objects.filter(pk=page.pk).update(next_review=today + SOON)
    Feedback.objects.create(page=page, useful=False, sentence=SENTENCE, given_on=today - AGO)
    SearchMiss.objects.get_or_create(words=ASKED, defaults={"count": 3, "last_seen": today - AGO})
    yield f"The desk tells of a broken link, a reader and a review of “{page}”."


def _broken_link(page: Page) -> None:
    """Point the page to an address that no site has (RFC 2606), as if the check had tried it."""
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
