"""Loading what ships with the portal; what an editor changed is kept."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from guidance.content.shipped import (
    ClaimEntry,
    Content,
    NetworkEntry,
    PageFile,
    ResourceEntry,
    SynonymEntry,
    UpdateFile,
)
from guidance.news.models import Update
from guidance.pages.services.placing import place
from guidance.pages.services.publishing import invalidates_public_cache, publish
from guidance.register.models import Claim, ExternalResource, Network, PageResource
from guidance.search import index
from guidance.search.models import SynonymGroup
from guidance.search.synonyms import from_groups
from guidance.texts.models import OldAddress, Page, Tag
from guidance.texts.rules.markdown import to_html
from kls_portal.reference.loading import ADDED, KEPT, UNCHANGED, UPDATED, load_facts


def digest(state: dict[str, Any]) -> str:
    """Return a digest of a row's state, given as plain values by name."""
    return sha256(repr(sorted(state.items())).encode()).hexdigest()


# Shipped updates have the same key on every site, so that the feed names them alike.
KEYS = uuid.UUID("2c0f6c52-6c39-4d0e-9a55-9d0f6a6f5d11")
UPDATE_FIELDS = ("slug", "title", "summary", "body", "published_on", "is_published")
NETWORK_FIELDS = (
    "kind",
    "region",
    "what_for",
    "who_may_join",
    "how_to_join",
    "confirmed",
    "is_listed",
)


def load_update(file: UpdateFile) -> str:
    """Load one update; return what became of it. One that an editor made keeps its address."""
    row = Update.objects.filter(loaded_from=file.slug).first()
    if row is None and Update.objects.filter(slug=file.slug).exists():
        return KEPT
    row = row or Update(loaded_from=file.slug, key=uuid.uuid5(KEYS, file.slug))
    values = asdict(file) | {"body": to_html(file.text), "is_published": True}
    return _load(row, UPDATE_FIELDS, values, "tags", file.tags)


def load_network(entry: NetworkEntry) -> str:
    """Load one network; return what became of it. Its resource must be in the register."""
    resource = ExternalResource.objects.get(code=entry.resource)
    row = Network.objects.filter(resource=resource).first() or Network(resource=resource)
    values = asdict(entry) | {"is_listed": True}
    return _load(row, NETWORK_FIELDS, values, "topics", entry.topics)


def _load(
    row: Update | Network, fields: Iterable[str], values: dict[str, Any], tags: str, names: Any
) -> str:
    """Write the values of `fields` and the names of `tags`, unless an editor changed the row."""
    was_there = row.pk is not None
    if was_there and digest(_state_of(row, fields, tags)) != row.loaded_state:
        return KEPT
    state = digest({name: values[name] for name in fields} | {tags: sorted(names)})
    if was_there and row.loaded_state == state:
        return UNCHANGED
    for name in fields:
        setattr(row, name, values[name])
    row.loaded_state = state
    row.save()
    getattr(row, tags).set(_tag(name) for name in names)
    return UPDATED if was_there else ADDED


def _state_of(row: Update | Network, fields: Iterable[str], tags: str) -> dict[str, Any]:
    names = sorted(getattr(row, tags).values_list("name", flat=True))
    return {name: getattr(row, name) for name in fields} | {tags: names}


def _tag(name: str) -> Tag:
    found, _ = Tag.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
    return found


def load_synonyms(entry: SynonymEntry) -> str:
    """Store a shipped group, known by its first word, and return what became of it.

    A group that an editor changed is kept, and so are an editor's own that hold one of its words.
    """
    row = SynonymGroup.objects.filter(loaded_from=entry.words[0]).first()
    if row and digest(_state(row)) != row.loaded_state:
        return KEPT
    was_there = row is not None
    row = row or SynonymGroup(loaded_from=entry.words[0])
    before = row.loaded_state
    row.words, row.spellings = "\n".join(entry.words), entry.spellings
    row.loaded_state = digest(_state(row))
    if row.loaded_state == before:
        return UNCHANGED
    if _is_taken(row):
        return KEPT
    row.save()
    return UPDATED if was_there else ADDED


def _state(row: SynonymGroup) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("words", "spellings", "is_on")}


def _is_taken(row: SynonymGroup) -> bool:
    others = SynonymGroup.objects.exclude(pk=row.pk)
    try:
        from_groups([*(group.phrases() for group in others), row.phrases()])
    except ValueError:
        return True
    return False


@dataclass
class Report:
    """How many rows of each kind were added, updated, unchanged or kept as edited."""

    pages: Counter[str] = field(default_factory=Counter)
    resources: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    synonyms: Counter[str] = field(default_factory=Counter)
    updates: Counter[str] = field(default_factory=Counter)
    networks: Counter[str] = field(default_factory=Counter)


@transaction.atomic
def load(content: Content) -> Report:
    """Load facts, resources, claims, pages, networks and updates; write the search index anew."""
    report = Report(facts=load_facts())
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
        invalidates_public_cache()
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
