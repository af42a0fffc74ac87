"""What may be done with guidance: draft, publish, withdraw, place, load. Each is atomic."""

from guidance.services.drafts import discard_draft, publish_draft, restore, save_draft
from guidance.services.links import dead_links
from guidance.services.placing import address_of, check_place, place
from guidance.services.publishing import (
    FIXED,
    check_change,
    publish,
    readers_see_changes,
    remove,
    withdraw,
)
from guidance.services.reviews import mark_reviewed
from guidance.services.showing import page_context

__all__ = [
    "FIXED",
    "address_of",
    "check_change",
    "check_place",
    "dead_links",
    "discard_draft",
    "mark_reviewed",
    "page_context",
    "place",
    "publish",
    "publish_draft",
    "readers_see_changes",
    "remove",
    "restore",
    "save_draft",
    "withdraw",
]
