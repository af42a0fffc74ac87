"""The history of a page: every version, what changed between any two, and how it looked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from guidance.admin.record import RecordAdmin
from guidance.models import Page, Revision
from guidance.services import restore
from guidance.text_changes import differs_in_form, in_short, text_changes
from guidance.views.pages import reading_context
from kls_portal.accounts.requests import UserRequest

RESTORED = "That text is the draft of the page now. Readers go on seeing the live text."
LIVE_ALREADY = "Readers see that text already, so there is no draft."


class HistoryMixin(RecordAdmin):
    """History, differences, preview and restoring."""

    object_history_template = "admin/guidance/page/history.html"

    def own_addresses(self) -> list[tuple[str, str, Callable[..., HttpResponse], bool]]:
        """Return the addresses about versions of a page."""
        one = "history/<int:revision_id>"
        return [
            *super().own_addresses(),
            (f"{one}/preview/", "preview", self.preview_view, False),
            (f"{one}/restore/", "restore", self.restore_view, True),
            ("differences/", "differences", self.differences_view, False),
        ]

    def history_view(
        self, request: UserRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show every version of the page: who, when, what changed, what readers see."""
        page = self.get_object(request, object_id)
        versions = list(_versions(page)) if page else []
        extra = {
            "page": page,
            "versions": versions,
            # Each with the one that was saved before it; the oldest has none.
            "revisions": list(pairwise([*versions, None])),
            "has_change_permission": self.has_change_permission(request, page),
        }
        return super().history_view(request, object_id, {**(extra_context or {}), **extra})

    def differences_view(self, request: UserRequest, page_id: int) -> HttpResponse:
        """Show what changed between the versions `from` and `to`, word by word."""
        page = self.page_to_change(request, page_id)
        versions = _versions(page)
        before = self.revision_of(page, request.GET.get("from", ""))
        after = self.revision_of(page, request.GET.get("to", ""))
        lines = text_changes(before.words(), after.words())
        context = {
            **self.frame(request, page, f"What changed: {page}"),
            "page": page,
            "before": before,
            "after": after,
            "revisions": versions,
            "lines": in_short(lines),
            "is_changed": any(line.is_changed for line in lines),
            "only_form": differs_in_form(before.words(), after.words()),
        }
        return render(request, "admin/guidance/page/differences.html", context)

    def preview_view(self, request: UserRequest, page_id: int, revision_id: int) -> HttpResponse:
        """Show a version exactly as its page looks to readers, marked above."""
        page = self.page_to_change(request, page_id)
        revision = self.revision_of(page, revision_id)
        context = reading_context(page, revision) | {
            "is_live": page.live_id == revision.pk,
            "is_draft": page.draft_id == revision.pk,
        }
        response = render(request, "admin/guidance/page/preview.html", context)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def restore_view(self, request: UserRequest, page_id: int, revision_id: int) -> HttpResponse:
        """Make a version the draft of its page again, and go to the form of the page."""
        with transaction.atomic():
            page = self.page_to_change(request, page_id, lock=True)
            draft = restore(self.revision_of(page, revision_id), author=request.user)
            if draft:
                self.log_change(request, page, draft.note)
        self.message_user(
            request,
            RESTORED if draft else LIVE_ALREADY,
            messages.SUCCESS if draft else messages.INFO,
        )
        return self.back_to(page)


def _versions(page: Page) -> QuerySet[Revision]:
    versions = page.revisions.select_related("author", "published_by").defer("body", "based_on")
    return versions.prefetch_related("approval_links__answers")
