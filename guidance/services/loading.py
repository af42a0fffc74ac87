"""Loads the shipped content without ever overwriting an editor.

What was written is remembered as a digest of the row's state. A row whose state still has that
digest is as it was loaded, and takes a newer shipped text; any other is an editor's, and stays.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction

from guidance.markdown import to_html
from guidance.models import Claim, ExternalResource, OldAddress, Page, PageResource
from guidance.search import index
from guidance.services.loaded import ADDED, KEPT, UNCHANGED, UPDATED, digest
from guidance.services.loading_readers import load_network, load_update
from guidance.services.loading_synonyms import load_synonyms
from guidance.services.placing import place
from guidance.services.publishing import publish, readers_see_changes
from guidance.shipped import ClaimEntry, Content, PageFile, ResourceEntry


@dataclass
class Report:
    """How many rows of each kind were added, updated, unchanged or kept as edited."""

    pages: Counter[str] = field(default_factory=Counter)
    resources: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    synonyms: Counter[str] = field(default_factory=Counter)
    updates: Counter[str] = field(default_factory=Counter)
    networks: Counter[str] = field(default_factory=Counter)


@transaction.atomic
def load(content: Content) -> Report:
    """Load resources, claims, pages, networks and updates; write the search index anew."""
    report = Report()
    for entry in content.resources:
        report.resources[_load_resource(entry)] += 1
    for claim in content.claims:
        report.claims[_load_claim(claim)] += 1
    for file in content.pages:
        report.pages[_load_page(file)] += 1
    for network in content.networks:
        report.networks[load_network(network)] += 1
    for update in content.updates:
        report.updates[load_update(update)] += 1
    for group in content.synonyms:
        report.synonyms[load_synonyms(group)] += 1
    index.rebuild()
    if any(count[what] for count in vars(report).values() for what in (ADDED, UPDATED)):
        readers_see_changes()
    return report


def _load_resource(entry: ResourceEntry) -> str:
    row = ExternalResource.objects.filter(code=entry.code).first()
    if row and digest(_state_of_resource(row)) != row.loaded_state:
        return KEPT
    state = digest(asdict(entry))
    if row and row.loaded_state == state:
        return UNCHANGED
    was_there = row is not None
    row = row or ExternalResource(code=entry.code)
    for name, value in asdict(entry).items():
        setattr(row, name, value)
    row.loaded_state = state
    row.save()
    return UPDATED if was_there else ADDED


def _state_of_resource(row: ExternalResource) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ResourceEntry.__dataclass_fields__}


def _load_claim(entry: ClaimEntry) -> str:
    row = Claim.objects.select_related("resource").filter(code=entry.code).first()
    if row and digest(_state_of_claim(row)) != row.loaded_state:
        return KEPT
    state = digest(asdict(entry))
    if row and row.loaded_state == state:
        return UNCHANGED
    was_there = row is not None
    row = row or Claim(code=entry.code)
    facts = asdict(entry) | {
        "resource": ExternalResource.objects.filter(code=entry.resource).first()
    }
    for name, value in facts.items():
        setattr(row, name, value)
    row.loaded_state = state
    row.save()
    return UPDATED if was_there else ADDED


def _state_of_claim(row: Claim) -> dict[str, Any]:
    state = {name: getattr(row, name) for name in ClaimEntry.__dataclass_fields__}
    return state | {"resource": row.resource.code if row.resource else ""}


def _load_page(file: PageFile) -> str:
    page = _loaded_as(file.path) or _loaded_as(file.moved_from)
    if page is None and Page.objects.filter(path=file.path).exists():
        return KEPT
    if page and (page.draft_id or digest(_state_of_page(page)) != page.loaded_state):
        return KEPT
    body = to_html(file.text)
    state = digest(_state_of_file(file, body))
    if page and page.loaded_state == state:
        return UNCHANGED
    was_there = page is not None
    _write_page(page or Page(loaded_from=file.path), file, body, state)
    return UPDATED if was_there else ADDED


def _loaded_as(path: str) -> Page | None:
    """Return the page that was loaded from the file of this path, or None."""
    found = Page.objects.select_related("live", "parent").filter(loaded_from=path)
    return found.first() if path else None


def _write_page(page: Page, file: PageFile, body: str, state: str) -> None:
    parent = Page.objects.filter(loaded_from=file.parent_path).first() if file.parent_path else None
    page.order = file.order
    page.last_reviewed, page.next_review = file.reviewed, file.next_review
    page.loaded_state = state
    page.loaded_from = file.path
    place(page, parent=parent, slug=file.path.rpartition("/")[2])
    if file.moved_from and not Page.objects.filter(path=file.moved_from).exists():
        OldAddress.objects.get_or_create(path=file.moved_from, defaults={"page": page})
    page.resource_links.all().delete()
    found = ExternalResource.objects.in_bulk(file.resources, field_name="code")
    PageResource.objects.bulk_create(
        PageResource(page=page, resource=found[code], order=number)
        for number, code in enumerate(file.resources)
    )
    publish(
        page,
        title=file.title,
        summary=file.summary,
        body=body,
        based_on=file.based_on,
        note="Came with the portal",
    )


def _state_of_page(page: Page) -> dict[str, Any]:
    live = page.live
    links = page.resource_links.select_related("resource").order_by("order", "pk")
    return {
        "path": page.path,
        "title": live.title if live else None,
        "summary": live.summary if live else None,
        "order": page.order,
        "reviewed": page.last_reviewed,
        "next_review": page.next_review,
        "based_on": live.based_on if live else None,
        "resources": [link.resource.code for link in links],
        "body": live.body if live else None,
    }


def _state_of_file(file: PageFile, body: str) -> dict[str, Any]:
    state = asdict(file) | {"resources": list(file.resources), "body": body}
    del state["text"], state["moved_from"]
    return state
