"""The desk: everything that waits for an editor, in sections."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
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
from guidance.texts.models import Page, PageQuerySet, Revision, Tag, written
from kls_portal.accounts.editors import grant_editor_permissions
from kls_portal.in_words import plain_date
from kls_portal.plain_values import rows_in
from kls_portal.reference.facts import lapsed_rows

# A section shows at most this many rows, and a link to the rest.
MOST_ROWS = 20


@dataclass(frozen=True)
class Row:
    """One task: its subject, the address where it is done, and facts about it.

    page_id: the page that can be marked as reviewed from the row, None for other tasks.
    """

    text: str
    address: str
    facts: tuple[str, ...] = ()
    page_id: int | None = None


@dataclass(frozen=True)
class Section:
    """Tasks of one kind. empty: the sentence shown if there are none.

    more: the address of the whole list, "" for none.
    """

    slug: str
    title: str
    empty: str
    rows: tuple[Row, ...] = ()
    more: str = ""

    @property
    def first(self) -> tuple[Row, ...]:
        """The rows that the desk shows."""
        return self.rows[:MOST_ROWS]


SECTIONS = rows_in(Path(__file__).parents[1] / "sections.toml", "sections", Section)


def desk(today: date) -> tuple[Section, ...]:
    """Return every section of the desk with its rows, in the order in which editors see them."""
    days, feedback_days = settings.GUIDANCE_DUE_SOON_DAYS, settings.FEEDBACK_SHOWN_DAYS
    rows = {
        "overdue": _review_rows(Page.objects.due(today - timedelta(days=1))),
        "due-soon": _review_rows(Page.objects.due_soon(today)),
        "without-owner": _without_owner(),
        "drafts": _drafts(),
        "broken-links": _broken_links(),
        "lapsed-claims": _lapsed_claims(today),
        "lapsed-facts": lapsed_facts(today),
        "search-misses": _search_misses(),
        "called-unhelpful": called_unhelpful(today - timedelta(days=feedback_days)),
    }
    return tuple(
        replace(
            one,
            rows=tuple(rows[one.slug]),
            empty=one.empty.format(days=days, feedback_days=feedback_days),
            more=_address_of_list(one.more),
        )
        for one in SECTIONS
    )


def _address_of_list(more: str) -> str:
    model, _, query = more.partition("?")
    return f"{reverse(f'admin:{model}_changelist')}?{query}" if model else ""


def _review_rows(pages: PageQuerySet) -> Iterator[Row]:
    for page in pages.select_related("live", "owner", "deputy"):
        facts = (f"Due {date_format(page.next_review)}", f"Owner: {page.owner or 'nobody'}")
        yield Row(str(page), _address_of(page), (*facts, *_deputy(page)), page.pk)


def _without_owner() -> Iterator[Row]:
    """Yield the live pages without an owner, or whose owner's account is closed."""
    pages = Page.objects.live().filter(Q(owner=None) | Q(owner__is_active=False)).order_by("path")
    for page in pages.select_related("live", "owner", "deputy"):
        yield Row(str(page), _address_of(page), _deputy(page))


def _address_of(page: Page) -> str:
    return reverse("admin:guidance_page_change", args=[page.pk])


def _deputy(page: Page) -> tuple[str, ...]:
    return (f"Deputy: {page.deputy}",) if page.deputy else ()


def _drafts() -> Iterator[Row]:
    answers = "draft__approval_links__answers"
    pages = Page.objects.filter(draft__isnull=False).order_by("draft__created")
    said = pages.select_related("live", "draft__author").annotate(
        comments=Count(answers, filter=Q(**{f"{answers}__is_approval": False})),
        approvals=Count(answers, filter=Q(**{f"{answers}__is_approval": True})),
    )
    for page in said:
        yield Row(page.draft.title if page.draft else "", _address_of(page), _draft_facts(page))


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


def _broken_links() -> Iterator[Row]:
    """Yield the broken links, once for each page they are on."""
    related = ("link", "page__live", "page__draft", "page__owner", "resource")
    for one in LinkPlace.objects.broken().select_related(*related):
        words = f"“{one.text}” on {one.page or 'no page'}"
        yield Row(words, one.corrected_at, _link_facts(one))


def _link_facts(place: LinkPlace) -> tuple[str, ...]:
    link: LinkCheck = place.link
    since = plain_date(timezone.localtime(link.since))
    page = place.page
    return (
        link.address,
        f"{link.get_state_display()}, since {since}",
        f"Owner: {(page and page.owner) or 'nobody'}",
    )


def _lapsed_claims(today: date) -> Iterator[Row]:
    pages = pages_by_claim()
    for claim in Claim.objects.lapsed(today):
        if claim.code in pages:
            due = f"To be checked again by {plain_date(claim.review_by or today)}"
            address = reverse("admin:guidance_claim_change", args=[claim.pk])
            yield Row(str(claim), address, (due, *_on_pages(pages[claim.code])))


def lapsed_facts(today: date) -> Iterator[Row]:
    """Yield the facts due for re-reading, or ended without a successor."""
    pages = pages_by_fact()
    for row in lapsed_rows(today):
        is_due = row.review_by and row.review_by <= today
        due = f"To be read again by {plain_date(row.review_by)}"
        ended = f"Not in force since {plain_date(row.until or today)}"
        address = reverse("admin:reference_fact_change", args=[row.pk])
        facts = (due if is_due else ended, *_on_pages(pages.get(row.name, ())))
        yield Row(str(row), address, facts)


def _on_pages(pages: Iterable[Page]) -> Iterator[str]:
    return (f"On the page {page}" for page in pages)


def _search_misses() -> Iterator[Row]:
    """Yield the searches without an answer, most frequent first."""
    for miss in SearchMiss.objects.all():
        address = f"{reverse('admin:guidance_searchmiss_changelist')}?q={miss.words}"
        facts = (f"Times: {miss.count}", f"Last {plain_date(miss.last_seen)}")
        yield Row(f"“{miss.words}”", address, facts)


def called_unhelpful(since: date) -> Iterator[Row]:
    """Yield the pages called not useful since that day, worst first, with the latest comment."""
    for page in unhelpful_pages(since):
        address = f"{reverse('admin:guidance_feedback_changelist')}?page__id__exact={page.pk}"
        facts = [f"Not useful: {page.no} of {page.given} answers"]
        if page.last_words:
            facts.append(f"Last comment: {page.last_words}")
        yield Row(str(page), address, tuple(facts))


def ensure_editors_group() -> Group:
    """Give the group of editors its permissions on the guidance, and return it. Idempotent.

    The admin restricts them further: shipped pages are withdrawn, not deleted, and revisions are
    read-only (`guidance.admin`).
    """
    of_pages = (Page, Revision, PageResource, Feedback, LinkPlace, ApprovalLink, ApprovalAnswer)
    of_search = (SearchMiss, SynonymGroup)
    of_sources = (Claim, ExternalResource, Decision, DecisionStep)
    return grant_editor_permissions(*of_pages, *of_sources, *of_search, Network, Tag, Update)
