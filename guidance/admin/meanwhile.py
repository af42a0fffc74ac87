"""Two editors on one page: what the second to save is shown."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from guidance.models import Page, Revision, Words
from guidance.text_changes import Gap, Line, in_short, text_changes

# What an editor may change of a page, beside its words, by the names of the columns.
SETTINGS = (
    "path",
    "order",
    "owner_id",
    "deputy_id",
    "review_months",
    "last_reviewed",
    "next_review",
    "unpublish_at",
)


@dataclass(frozen=True)
class Meanwhile:
    """What somebody else stored: their text, and where it differs from what was typed.

    revision: None for a page of which nothing is live and nothing a draft.
    """

    page: Page
    revision: Revision | None
    changes: list[Line | Gap]

    @classmethod
    def of(cls, stored: Page, typed: Words) -> Meanwhile:
        """Return what is stored of a page, beside the words that were typed."""
        revision = stored.draft or stored.live
        changes = in_short(text_changes(revision.words(), typed)) if revision else []
        return cls(stored, revision, changes)

    @property
    def is_draft(self) -> bool:
        """Whether their text is a draft, which readers do not see."""
        return self.revision is not None and self.revision.pk == self.page.draft_id


def state_of(page: Page) -> str:
    """Return a short digest of all that editors may change of a page; "" for a new page."""
    if not page.pk:
        return ""
    draft = page.draft
    story = (draft.is_major, draft.change_note, draft.publish_at) if draft else ()
    values = [page.live_id, page.draft_id, *story, *(getattr(page, name) for name in SETTINGS)]
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]
