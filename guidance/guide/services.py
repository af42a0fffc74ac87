"""The whole guide, built from the live pages and cached until something is published."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from django.conf import settings

from guidance.guide.document import GuidePage, guide_document
from guidance.register.citations import citations
from guidance.register.models import Claim, ExternalResource, PageResource
from guidance.texts.models import Page
from guidance.texts.rules.marks import with_labels
from guidance.texts.rules.section import in_reading_order
from guidance.texts.sections import entry_of
from kls_portal.documents.document import Document, Run, Words
from kls_portal.operation.site_version import reading_day
from kls_portal.plain_values import from_row
from kls_portal.public import cached_until_publish
from kls_portal.reference.bindings import html_with_examples
from kls_portal.reference.facts import html_with_facts

TITLE = "Recruiting, retaining and induction"
# The parts of the guide in reading order; pages about the portal itself are left out.
PARTS = ("recruiting", "retaining", "induction", "case-studies")
_MAKING = Lock()


def kept_guide(kind: str, make: Callable[[], bytes]) -> bytes:
    """Return the cached guide in a format, or the result of `make`.

    A process makes one at a time, as this takes seconds. A guide made for an editor who previews
    another day is not cached.
    """
    with _MAKING:
        kept: bytes = cached_until_publish(f"guide {kind}", make)
        return kept


def guide_of_today() -> Document:
    return guide_document(
        guide_pages(),
        title=TITLE,
        organisation=settings.SITE_NAME,
        site=settings.SITE_ADDRESS,
        made_on=reading_day(),
    )


def guide_pages() -> list[GuidePage]:
    """Return every live page of the guide in reading order, with labelled claims, in 4 queries."""
    pages = [page for page in Page.objects.for_reading() if page.path.partition("/")[0] in PARTS]
    by_id = {page.pk: page for page in pages}
    order = {path: place for place, path in enumerate(PARTS)}
    entries = (
        replace(entry_of(page, page.shown), order=order.get(page.path, page.order))
        for page in pages
    )
    resources = _resources(by_id)
    kinds = {claim.code: claim.get_kind_display() for claim in Claim.objects.all()}
    named = list(ExternalResource.objects.readable())
    return [
        _guide_page(by_id[entry.id], depth, resources.get(entry.id, ()), kinds, named)
        for entry, depth in in_reading_order(entries)
    ]


def _resources(pages: dict[int, Page]) -> dict[int, tuple[Words, ...]]:
    readable = ExternalResource.objects.readable()
    links = PageResource.objects.filter(page__in=pages, resource__in=readable)
    by_page: dict[int, tuple[Words, ...]] = {}
    for link in links.select_related("resource").order_by("page", "order", "pk"):
        one = link.resource
        said = Run(f". {one.publisher}. {one.use}")
        named = (Run(one.name, bold=True, address=one.address), said)
        by_page[link.page_id] = (*by_page.get(link.page_id, ()), named)
    return by_page


def _guide_page(
    page: Page,
    depth: int,
    resources: tuple[Words, ...],
    kinds: dict[str, str],
    named: list[ExternalResource],
) -> GuidePage:
    live = page.shown
    return from_row(
        GuidePage,
        page,
        title=live.title,
        summary=live.summary,
        body=html_with_facts(html_with_examples(with_labels(live.body, kinds))),
        depth=depth,
        address=page.get_absolute_url(),
        sources=tuple(
            (Run(name, address=address), Run(rest))
            for name, address, rest in citations(live.based_on, named)
        ),
        resources=resources,
        is_overdue=page.is_overdue(),
    )
