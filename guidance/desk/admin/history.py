"""The history of a page in the admin: revisions and concurrent edits."""

import hashlib
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.forms import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from guidance.pages.forms import FeedbackForm
from guidance.pages.services.drafts import restore
from guidance.pages.services.showing import drawn_page
from guidance.texts.models import Page, Revision
from guidance.texts.rules.text_changes import differs_in_form, in_short, text_changes
from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import answered
from kls_portal.published import AddressedAdmin, Addresses


def state_of(page: Page) -> str:
    """Return a short digest of everything editors may change on a page, "" for a new page."""
    if not page.pk:
        return ""
    draft = page.draft
    publication = (draft.is_major, draft.change_note, draft.publish_at) if draft else ()
    values = [page.path, page.live_id, page.draft_id, *publication, model_to_dict(page)]
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


class RecordAdmin(AddressedAdmin):
    def page_to_change(self, request: HttpRequest, page_id: int, lock: bool = False) -> Page:
        """Return a page that this editor may change; `lock` locks it for the transaction.

        Raises Http404 if there is none, and PermissionDenied if the editor may not change it.
        """
        if lock:
            list(Page.objects.select_for_update().filter(pk=page_id))
        page = Page.objects.with_words().filter(pk=page_id).first()
        if page is None:
            raise Http404
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        return page

    def revision_of(self, page: Page, key: Any) -> Revision:
        """Return the page's revision with primary key `key`. Raises Http404 if there is none."""
        revisions = page.revisions.select_related("author", "page__live", "page__draft")
        revision = revisions.filter(pk=key).first() if str(key).isdecimal() else None
        if revision is None:
            raise Http404
        return revision

    def back_to(
        self, request: HttpRequest, page: Page, said: str, level: int = messages.SUCCESS
    ) -> HttpResponse:
        """Say what came of an action, and go back to the form of the page."""
        return answered(request, said, "admin:guidance_page_change", page.pk, level=level)


RESTORED = "That text is now the draft of the page. Readers still see the live text."
LIVE_ALREADY = "Readers already see that text, so there is no draft."


class HistoryMixin(RecordAdmin):
    object_history_template = "admin/guidance/page/history.html"

    addresses: Addresses = (
        ("<int:page_id>/history/<int:revision_id>/preview/", "page_preview", False),
        ("<int:page_id>/history/<int:revision_id>/restore/", "page_restore", True),
        ("<int:page_id>/differences/", "page_differences", False),
    )

    def history_view(
        self, request: UserRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        page = self.get_object(request, object_id)
        versions = list(_versions(page)) if page else []
        extra = {
            "page": page,
            "versions": versions,
            # Pairs of a revision and its predecessor; the oldest has None.
            "revisions": list(pairwise([*versions, None])),
            "has_change_permission": self.has_change_permission(request, page),
        }
        return super().history_view(request, object_id, {**(extra_context or {}), **extra})

    def differences_view(self, request: UserRequest, page_id: int) -> HttpResponse:
        """Show the changes between the revisions `from` and `to`, word by word."""
        page = self.page_to_change(request, page_id)
        versions = _versions(page)
        before = self.revision_of(page, request.GET.get("from", ""))
        after = self.revision_of(page, request.GET.get("to", ""))
        lines = text_changes(before.words(), after.words())
        return self.shown(
            request,
            "guidance/page/differences",
            f"What changed: {page}",
            original=page,
            page=page,
            before=before,
            after=after,
            revisions=versions,
            lines=in_short(lines),
            is_changed=any(line.is_changed for line in lines),
            only_form=differs_in_form(before.words(), after.words()),
        )

    def preview_view(self, request: UserRequest, page_id: int, revision_id: int) -> HttpResponse:
        page = self.page_to_change(request, page_id)
        revision = self.revision_of(page, revision_id)
        context = drawn_page(page, revision, FeedbackForm()) | {
            "page": page,
            "revision": revision,
            "is_live": page.live_id == revision.pk,
            "is_draft": page.draft_id == revision.pk,
        }
        response = render(request, "admin/guidance/page/preview.html", context)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def restore_view(self, request: UserRequest, page_id: int, revision_id: int) -> HttpResponse:
        with transaction.atomic():
            page = self.page_to_change(request, page_id, lock=True)
            draft = restore(self.revision_of(page, revision_id), author=request.user)
            if draft is None:
                return self.back_to(request, page, LIVE_ALREADY, messages.INFO)
            self.log_change(request, page, draft.note)
        return self.back_to(request, page, RESTORED)


def _versions(page: Page) -> QuerySet[Revision]:
    versions = page.revisions.select_related("author", "published_by").defer("body", "based_on")
    return versions.prefetch_related("approval_links__answers")
