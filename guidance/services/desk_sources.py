"""Sections of the desk about what pages rest on: their links and their claims."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from guidance.models import Claim, LinkCheck, LinkPlace
from guidance.services.claims import pages_by_claim
from guidance.services.desk_section import Row, Section, page_address

DAY = "j F Y"


def broken_links(today: date) -> Section:
    """Links that lead readers nowhere, on each page where they stand."""
    places = LinkPlace.objects.broken()
    rows = places.select_related("link", "page__live", "page__draft", "page__owner", "resource")
    return Section.of(
        "broken-links",
        "Broken links",
        (Row(f"“{place.text}”", _where(place), _link_facts(place)) for place in rows),
        empty="No link is known to be broken.",
        more=f"{reverse('admin:guidance_linkplace_changelist')}?health=broken",
    )


def _where(place: LinkPlace) -> str:
    """Return where the address is mended: in the register, or in the text of the page."""
    if place.resource_id:
        return reverse("admin:guidance_externalresource_change", args=[place.resource_id])
    return page_address(place.page) if place.page else ""


def _link_facts(place: LinkPlace) -> tuple[str, ...]:
    link: LinkCheck = place.link
    since = date_format(timezone.localtime(link.since), DAY)
    page = place.page
    return (
        link.address,
        f"{link.get_state_display()}, since {since}",
        f"On the page {page}" if page else "On no page",
        f"Owner: {(page and page.owner) or 'nobody'}",
    )


def lapsed_claims(today: date) -> Section:
    """Claims that live texts or drafts make, and that should have been checked again by today."""
    pages = pages_by_claim()
    used = [claim for claim in Claim.objects.lapsed(today) if claim.code in pages]
    return Section.of(
        "lapsed-claims",
        "Claims that have lapsed",
        (
            Row(
                str(claim),
                reverse("admin:guidance_claim_change", args=[claim.pk]),
                (
                    f"To be checked again by {date_format(claim.review_by or today, DAY)}",
                    *(f"On the page {page}" for page in pages[claim.code]),
                ),
            )
            for claim in used
        ),
        empty="Every claim on the pages still holds.",
        more=f"{reverse('admin:guidance_claim_changelist')}?state=lapsed",
    )
