"""Pages in the admin: every save is a draft, until the editor publishes it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from guidance.admin.advice import AdviceMixin
from guidance.admin.approvals import ApprovalMixin, LinkForm
from guidance.admin.columns import PageColumns, moment_of
from guidance.admin.desk import DeskMixin
from guidance.admin.drafting import DraftingMixin
from guidance.admin.editor import WithEditor
from guidance.admin.filters import ReviewFilter, SectionFilter
from guidance.admin.forms import PageForm
from guidance.admin.history import HistoryMixin
from guidance.admin.inlines import PageResourceInline, WithoutSideDoors
from guidance.admin.transfer import TransferMixin
from guidance.models import Page
from guidance.services import FIXED, place, publish_draft, remove, save_draft, withdraw
from guidance.services.approvals import links_of
from kls_portal.accounts.requests import UserRequest

WITHDRAWN = (
    "Readers no longer see what you took off the site. To bring a page back, open and publish it."
)
PUBLISHED = "Published. Readers see this text now."
SAVED = "Draft saved. {readers}"
SCHEDULED = "Draft saved. It will be published on {moment}. {readers}"
UNCHANGED = "Saved. The text is the one that readers see, so there is no draft."
LIVE = "Readers go on seeing the live text."
NOT_LIVE = "Readers do not see this page yet."


@admin.register(Page)
class PageAdmin(
    WithoutSideDoors,
    WithEditor,
    AdviceMixin,
    DeskMixin,
    TransferMixin,
    ApprovalMixin,
    DraftingMixin,
    HistoryMixin,
    PageColumns,
    admin.ModelAdmin,
):
    """The pages of the guidance."""

    form = PageForm
    inlines = [PageResourceInline]
    actions = ["withdraw_pages"]
    list_display = ("title", "address", "state", "reviewed", "due", "owner")
    list_filter = (ReviewFilter, SectionFilter, ("owner", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("live", "draft", "owner")
    list_per_page = 100
    search_fields = ("live__title", "live__summary", "path")
    change_form_template = "admin/guidance/page/change_form.html"
    fieldsets = (
        (
            "Text",
            {
                "description": "You change a draft. Readers see it once it is published.",
                "fields": ("title", "summary", "body", "based_on", "note", "seen"),
            },
        ),
        ("Mark a claim", {"fields": ("claim_words", "claim")}),
        ("Publishing the draft", {"fields": ("is_major", "change_note", "publish_at")}),
        (
            "Stewardship",
            {
                "description": "What stands from here on takes effect as soon as you save.",
                "fields": (
                    "owner",
                    "deputy",
                    "last_reviewed",
                    "next_review",
                    "review_months",
                    "unpublish_at",
                ),
            },
        ),
        ("Place in the guidance", {"fields": ("parent", "slug", "order")}),
    )

    def save_model(self, request: UserRequest, obj: Page, form: PageForm, change: bool) -> None:
        """Store the page in its place; `save_related` stores its words."""
        place(obj, parent=obj.parent, slug=obj.slug)

    def save_related(
        self, request: UserRequest, form: PageForm, formsets: Any, change: bool
    ) -> None:
        """Store the resources of the page, and its words as a draft; publish it if asked to."""
        super().save_related(request, form, formsets, change)
        page = form.instance
        save_draft(page, author=request.user, **form.words(), **form.story())
        if form.publishes_now and page.draft:
            publish_draft(page, by=request.user)
            self.message_user(request, PUBLISHED, messages.SUCCESS)
        else:
            self.message_user(request, _what_was_saved(page), messages.SUCCESS)

    def response_add(self, request: UserRequest, obj: Page, *args: Any, **kwargs: Any) -> Any:
        """Go on where the editor asked to; what was done has been said."""
        return self._go_on(request, obj)

    def response_change(self, request: UserRequest, obj: Page) -> HttpResponse:
        """Go on where the editor asked to; what was done has been said."""
        return self._go_on(request, obj)

    def _go_on(self, request: UserRequest, page: Page) -> HttpResponse:
        newest = page.draft_id or page.live_id
        if "_preview" in request.POST and newest:
            return redirect("admin:guidance_page_preview", page.pk, newest)
        return self.back_to(page)

    def delete_model(self, request: UserRequest, obj: Page) -> None:
        """Delete a page with its revisions, and take it out of the search."""
        remove(obj)

    def has_delete_permission(self, request: UserRequest, obj: Page | None = None) -> bool:
        """Say no for pages that came with the portal, and those that every page links to.

        The first are withdrawn instead: a deleted one would come back.
        """
        stays = obj is not None and (obj.loaded_from is not None or obj.path in FIXED)
        return not stays and super().has_delete_permission(request, obj)

    def get_actions(self, request: UserRequest) -> dict[str, Any]:
        """Return the actions of the list, without deleting many pages at once."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Take off the site", permissions=["change"])
    def withdraw_pages(self, request: UserRequest, pages: QuerySet[Page]) -> None:
        """Take the selected pages off the site; name those that must stay."""
        done = 0
        for page in pages:
            try:
                withdraw(page)
                done += 1
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
        if done:
            self.message_user(request, WITHDRAWN, messages.SUCCESS)

    def render_change_form(
        self, request: UserRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, with the links for approval."""
        context |= {
            "link_form": LinkForm(auto_id="approval_%s"),
            "approval_links": links_of(kwargs["obj"]) if kwargs.get("obj") else (),
        }
        return super().render_change_form(request, context, *args, **kwargs)


def _what_was_saved(page: Page) -> str:
    """Return the sentence that says what is draft, what is live, and what will happen when."""
    readers = LIVE if page.live else NOT_LIVE
    if page.draft is None:
        return UNCHANGED
    if page.draft.publish_at:
        return SCHEDULED.format(moment=moment_of(page.draft.publish_at), readers=readers)
    return SAVED.format(readers=readers)
