"""What editors do with a draft beside changing it: let it go; and say that a page is still true."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format

from guidance.admin.record import RecordAdmin
from guidance.services import discard_draft, mark_reviewed

DISCARDED = "The draft is gone from the page. Its text is still in the history."
REVIEWED = "“{page}” is marked as reviewed today. The next review is due {day}."
NOT_LIVE = "“{page}” is not on the site, so there is nothing to review."


class DraftingMixin(RecordAdmin):
    """Discard a draft; review a page without a change."""

    def own_addresses(self) -> list[tuple[str, str, Callable[..., HttpResponse], bool]]:
        """Return the addresses of the two buttons."""
        return [
            *super().own_addresses(),
            ("discard/", "discard", self.discard_view, True),
            ("reviewed/", "reviewed", self.reviewed_view, True),
        ]

    @transaction.atomic
    def discard_view(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Let go of the draft, and go back to the form."""
        page = self.page_to_change(request, page_id, lock=True)
        if page.draft:
            discard_draft(page)
            self.log_change(request, page, "Let go of the draft.")
        self.message_user(request, DISCARDED, messages.SUCCESS)
        return self.back_to(page)

    @transaction.atomic
    def reviewed_view(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Move the reviews of the page, and go back to the desk or the form it came from."""
        page = self.page_to_change(request, page_id, lock=True)
        if page.live is None:
            self.message_user(request, NOT_LIVE.format(page=page), messages.ERROR)
            return self.back_to(page)
        mark_reviewed(page)
        self.log_change(request, page, "Reviewed, nothing to change.")
        said = REVIEWED.format(page=page, day=date_format(page.next_review))
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:guidance_desk") if "desk" in request.POST else self.back_to(page)
