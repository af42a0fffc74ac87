"""Loads shipped updates and networks, by the promise of `guidance.services.loading`."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.utils.text import slugify

from guidance.markdown import to_html
from guidance.models import ExternalResource, Network, Tag, Update
from guidance.services.loaded import ADDED, KEPT, UNCHANGED, UPDATED, digest
from guidance.shipped import NetworkEntry, UpdateFile

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
