"""The desk: everything that waits for an editor, in sections."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from guidance.decisions.models import Decision, DecisionStep
from guidance.news.models import Update
from guidance.pages.models import ApprovalAnswer, ApprovalLink, Feedback
from guidance.pages.services.feedback import unhelpful_pages
from guidance.register.models import (
    Claim,
    ExternalResource,
    LinkCheck,
    LinkPlace,
    Network,
    PageResource,
)
from guidance.register.services import pages_by_claim, pages_by_fact
from guidance.search.models import SearchMiss, SynonymGroup
from guidance.search.services import search_misses
from guidance.texts.models import Page, PageQuerySet, Revision, Tag, written
from guidance.texts.sections import Row, Section, page_address
from kls_portal.accounts.editors import grant_editor_permissions
from kls_portal.in_words import plain_date
from kls_portal.reference.facts import lapsed_rows


def broken_links(today: date) -> Section:
    places = LinkPlace.objects.broken()
    rows = places.select_related("link", "page__live", "page__draft", "page__owner", "resource")
    return Section.of(
        "broken-links",
        "Broken links",
        (
            Row(f"“{one.text}” on {one.page or 'no page'}", _where(one), _link_facts(one))
            for one in rows
        ),
        empty="No link is known to be broken.",
        more=f"{reverse('admin:guidance_linkplace_changelist')}?health=broken",
    )


def _where(place: LinkPlace) -> str:
    """Return the admin address where a link is corrected: its resource's or its page's form."""
    if place.resource_id:
        return reverse("admin:guidance_externalresource_change", args=[place.resource_id])
    return page_address(place.page) if place.page else ""


def _link_facts(place: LinkPlace) -> tuple[str, ...]:
    link: LinkCheck = place.link
    since = plain_date(timezone.localtime(link.since))
    page = place.page
    return (
        link.address,
        f"{link.get_state_display()}, since {since}",
        f"Owner: {(page and page.owner) or 'nobody'}",
    )


def lapsed_claims(today: date) -> Section:
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
                    f"To be checked again by {plain_date(claim.review_by or today)}",
                    *(f"On the page {page}" for page in pages[claim.code]),
                ),
            )
            for claim in used
        ),
        empty="Every claim on the pages is up to date.",
        more=f"{reverse('admin:guidance_claim_changelist')}?state=lapsed",
    )


def lapsed_facts(today: date) -> Section:
    pages = pages_by_fact()
    return Section.of(
        "lapsed-facts",
        "Facts that have lapsed",
        (
            Row(
                str(row),
                reverse("admin:reference_fact_change", args=[row.pk]),
                (
                    f"To be read again by {plain_date(row.review_by)}"
                    if row.review_by and row.review_by <= today
                    else f"Not in force since {plain_date(row.until or today)}",
                    *(f"On the page {page}" for page in pages.get(row.name, ())),
                ),
            )
            for row in lapsed_rows(today)
        ),
        empty="Every fact is up to date.",
        more=f"{reverse('admin:reference_fact_changelist')}?state=lapsed",
    )


def overdue(today: date) -> Section:
    pages = Page.objects.due(today - timedelta(days=1))
    return Section.of(
        "overdue",
        "Review overdue",
        _review_rows(pages),
        empty="No review is overdue.",
        more=f"{reverse('admin:guidance_page_changelist')}?review=overdue",
    )


def due_soon(today: date) -> Section:
    days = settings.GUIDANCE_DUE_SOON_DAYS
    pages = Page.objects.due(today + timedelta(days=days)).filter(next_review__gte=today)
    return Section.of(
        "due-soon",
        "Review due soon",
        _review_rows(pages),
        empty=f"No review falls due in the next {days} days.",
        more=f"{reverse('admin:guidance_page_changelist')}?review=soon",
    )


def without_owner(today: date) -> Section:
    """Return the live pages without an owner, or whose owner's account is closed."""
    pages = Page.objects.live().filter(Q(owner=None) | Q(owner__is_active=False)).order_by("path")
    return Section.of(
        "without-owner",
        "Nobody owns these pages",
        (
            Row(str(page), page_address(page), _deputy(page))
            for page in pages.select_related("live", "owner", "deputy")
        ),
        empty="Every page has an owner.",
        more=f"{reverse('admin:guidance_page_changelist')}?owner__isnull=True",
    )


def drafts(today: date) -> Section:
    """Return the drafts, with their time of publication and the answers of approvers."""
    pages = Page.objects.filter(draft__isnull=False).order_by("draft__created")
    said = pages.select_related("live", "draft__author").annotate(
        comments=Count(
            "draft__approval_links__answers",
            filter=Q(draft__approval_links__answers__is_approval=False),
        ),
        approvals=Count(
            "draft__approval_links__answers",
            filter=Q(draft__approval_links__answers__is_approval=True),
        ),
    )
    return Section.of(
        "drafts",
        "Drafts",
        (
            Row(page.draft.title if page.draft else "", page_address(page), _draft_facts(page))
            for page in said
        ),
        empty="Nobody is working on a draft.",
    )


def called_unhelpful(today: date) -> Section:
    """Return the pages recently called not useful, worst first, with the latest comment."""
    days = settings.FEEDBACK_SHOWN_DAYS
    pages = unhelpful_pages(today - timedelta(days=days))
    return Section.of(
        "called-unhelpful",
        "Pages that readers did not find useful",
        (
            Row(
                str(one.page),
                f"{reverse('admin:guidance_feedback_changelist')}?page__id__exact={one.page.pk}",
                (
                    f"Not useful: {one.no} of {one.given} answers",
                    *([f"Last comment: {one.last_words}"] if one.last_words else []),
                ),
            )
            for one in pages
        ),
        empty=f"No reader said that a page was not useful in the last {days} days.",
        more=f"{reverse('admin:guidance_feedback_changelist')}?useful__exact=0",
    )


SECTIONS: tuple[Callable[[date], Section], ...] = (
    overdue,
    due_soon,
    without_owner,
    drafts,
    broken_links,
    lapsed_claims,
    lapsed_facts,
    search_misses,
    called_unhelpful,
)


def desk(today: date) -> tuple[Section, ...]:
    return tuple(section(today) for section in SECTIONS)


def _review_rows(pages: PageQuerySet) -> Iterable[Row]:
    for page in pages.select_related("live", "owner", "deputy"):
        facts = (f"Due {date_format(page.next_review)}", f"Owner: {page.owner or 'nobody'}")
        yield Row(str(page), page_address(page), (*facts, *_deputy(page)), page.pk)


def _deputy(page: Page) -> tuple[str, ...]:
    return (f"Deputy: {page.deputy}",) if page.deputy else ()


def _draft_facts(page: Any) -> tuple[str, ...]:
    """Return the facts of a draft. page: annotated with `approvals` and `comments`."""
    draft = page.draft
    facts = [f"Saved {written(draft.created)} by {draft.author or 'the portal'}"]
    if draft.publish_at:
        facts.append(f"To be published {written(draft.publish_at)}")
    if page.approvals:
        facts.append(f"Approvals: {page.approvals}")
    if page.comments:
        facts.append(f"Comments: {page.comments}")
    return tuple(facts)


def ensure_editors_group() -> Group:
    """Give the group of editors its permissions on the guidance, and return it. Idempotent.

    The admin restricts them further: shipped pages are withdrawn, not deleted, and revisions are
    read-only (`guidance.admin`).
    """
    of_pages = (Page, Revision, PageResource, Feedback, LinkPlace, ApprovalLink, ApprovalAnswer)
    of_search = (SearchMiss, SynonymGroup)
    of_sources = (Claim, ExternalResource, Decision, DecisionStep)
    return grant_editor_permissions(*of_pages, *of_sources, *of_search, Network, Tag, Update)
