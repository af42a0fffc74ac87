"""Approval links and readers' feedback in the admin."""

from __future__ import annotations

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from guidance.desk.admin.history import Addresses, RecordAdmin
from guidance.pages.models import ApprovalLink, Feedback
from guidance.pages.services.approvals import LIFETIMES, USUAL_LIFETIME, make_link
from guidance.texts.models import Page
from kls_portal.accounts.requests import UserRequest
from kls_portal.emails import full_address
from kls_portal.forms.nameless import refuse_personal_data
from kls_portal.published import GuardedMixin

NO_TEXT = "There is no draft to approve. Save one first."
CLOSED = "The link no longer works. We have kept the answers."


class LinkForm(forms.Form):
    """How long a link stays open, and who it is for."""

    days = forms.TypedChoiceField(
        label="Opens for",
        coerce=int,
        choices=[(days, f"{days} days") for days in LIFETIMES],
        initial=USUAL_LIFETIME,
    )
    label = forms.CharField(
        label="Who it is for",
        required=False,
        max_length=100,
        help_text="For editors, such as “workforce team”. Leave names out.",
        validators=[partial(refuse_personal_data, posts=True)],
    )


class ApprovalMixin(RecordAdmin):
    """Makes, shows once and closes approval links to a draft."""

    addresses: Addresses = (
        ("approval/", "approval", True),
        ("approval/<int:link_id>/close/", "approval_close", True),
    )

    def approval_view(self, request: UserRequest, page_id: int) -> HttpResponse:
        """Make a link to the draft, and show its address, which cannot be shown again."""
        with transaction.atomic():
            page = self.page_to_change(request, page_id, lock=True)
            form = LinkForm(request.POST)
            if page.draft is None or not form.is_valid():
                faults = " ".join(str(one) for each in form.errors.values() for one in each)
                said = NO_TEXT if page.draft is None else faults
                self.message_user(request, said, messages.ERROR)
                return self.back_to(page)
            link, token = make_link(page.draft, by=request.user, **form.cleaned_data)
            self.log_change(request, page, f"Made a link for approval ({link}).")
        context = {
            **self.frame(request, page, "Your link for approval"),
            "page": page,
            "link": link,
            "address": full_address("guidance:approval", token),
        }
        return render(request, "admin/guidance/page/approval_made.html", context)

    @transaction.atomic
    def approval_close_view(self, request: UserRequest, page_id: int, link_id: int) -> HttpResponse:
        """Close a link permanently, and redirect to the form."""
        page: Page = self.page_to_change(request, page_id)
        link = get_object_or_404(ApprovalLink, pk=link_id, revision__page=page)
        link.revoke()
        self.log_change(request, page, f"Closed a link for approval ({link}).")
        self.message_user(request, CLOSED, messages.SUCCESS)
        return self.back_to(page)


@admin.register(Feedback)
class FeedbackAdmin(GuardedMixin):
    """Answers to “Was this page useful?”, which cannot be added or changed here."""

    list_display = ("page", "useful", "sentence", "given_on")
    list_filter = ("useful", "given_on", "page")
    list_select_related = ("page__live",)
    search_fields = ("sentence", "page__live__title", "page__path")
    fields = ("page", "useful", "sentence", "given_on")
    never = ("add", "change")  # readers answer on the page itself
