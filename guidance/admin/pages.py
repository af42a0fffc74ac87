"""Pages in the admin: every save is a revision, and readers see it at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from csp.decorators import csp_update
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from guidance.admin.editor import STYLE_HASH, media_with_nonce
from guidance.admin.filters import ReviewFilter, SectionFilter
from guidance.admin.forms import PageForm
from guidance.models import WORDS, Page, PageResource, Revision
from guidance.services import FIXED, place, publish, remove, use_again, withdraw

WITHDRAWN = (
    "Readers no longer see what you took off the site. To bring a page back, open it and save it."
)


class WithoutSideDoors:
    """Leaves out the buttons that add, change or delete what a list of choices offers."""

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        """Return the form field of a model field, without such buttons."""
        field = super().formfield_for_dbfield(*args, **kwargs)
        for door in ("add", "change", "delete", "view"):
            if field is not None and hasattr(field.widget, f"can_{door}_related"):
                setattr(field.widget, f"can_{door}_related", False)
        return field


class PageResourceInline(WithoutSideDoors, admin.StackedInline):
    """The resources that the page points to. Stacked: each control keeps its label."""

    model = PageResource
    fields = (("resource", "order"),)
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[PageResource]:
        """Return the links with their resources, in one query."""
        return super().get_queryset(request).select_related("resource")


@method_decorator(csp_update({"style-src": [STYLE_HASH]}), name="changeform_view")
@admin.register(Page)
class PageAdmin(WithoutSideDoors, admin.ModelAdmin):
    """The pages of the guidance."""

    form = PageForm
    inlines = [PageResourceInline]
    actions = ["withdraw_pages"]
    list_display = ("title", "address", "reviewed", "due", "owner")
    list_filter = (ReviewFilter, SectionFilter, "owner")
    list_select_related = ("live", "owner")
    list_per_page = 100
    search_fields = ("live__title", "live__summary", "path")
    change_form_template = "admin/guidance/page/change_form.html"
    object_history_template = "admin/guidance/page/history.html"
    fieldsets = (
        ("What readers see", {"fields": ("title", "summary", "body", "based_on", "seen")}),
        ("Stewardship", {"fields": ("owner", "last_reviewed", "next_review", "note")}),
        ("Place in the guidance", {"fields": ("parent", "slug", "order")}),
    )

    @admin.display(description="title", ordering="live__title")
    def title(self, page: Page) -> str:
        """Return the live title, or the address of a page that is not on the site."""
        return str(page)

    @admin.display(description="address", ordering="path")
    def address(self, page: Page) -> str:
        """Return the address as a link, or say that readers do not see the page."""
        if page.live is None:
            return f"/{page.path}/ (not on the site)"
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())

    @admin.display(description="reviewed", ordering="last_reviewed")
    def reviewed(self, page: Page) -> date:
        """Return the day of the last review."""
        return page.last_reviewed

    @admin.display(description="next review", ordering="next_review")
    def due(self, page: Page) -> str:
        """Return the day of the next review, and whether it has passed."""
        day = date_format(page.next_review)
        return f"{day} (overdue)" if page.is_overdue() else day

    def save_model(self, request: HttpRequest, obj: Page, form: PageForm, change: bool) -> None:
        """Store the page in its place; `save_related` publishes its words."""
        place(obj, parent=obj.parent, slug=obj.slug)

    def save_related(
        self, request: HttpRequest, form: PageForm, formsets: Any, change: bool
    ) -> None:
        """Store the resources of the page, and make a revision if its words changed."""
        super().save_related(request, form, formsets, change)
        words = {field: form.cleaned_data[field] for field in WORDS}
        publish(form.instance, author=request.user, note=form.cleaned_data["note"], **words)

    def delete_model(self, request: HttpRequest, obj: Page) -> None:
        """Delete a page with its revisions, and take it out of the search."""
        remove(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        """Say no for pages that came with the portal, and those that every page links to.

        The first are withdrawn instead: a deleted one would come back.
        """
        stays = obj is not None and (obj.loaded_from is not None or obj.path in FIXED)
        return not stays and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Return the actions of the list, without deleting many pages at once."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Take off the site", permissions=["change"])
    def withdraw_pages(self, request: HttpRequest, pages: QuerySet[Page]) -> None:
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
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, with scripts that may run under the policy of this request."""
        # Multipart keeps a long text pasted from Word at its own size.
        context |= {
            "media": media_with_nonce(context["media"], request),
            "has_file_field": True,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """Return the addresses of the admin of pages, with the one that uses a text again."""
        view = self.admin_site.admin_view(require_POST(self.use_again_view))
        name = "guidance_page_use_again"
        return [
            path("<int:page>/history/<int:revision>/use/", view, name=name),
            *super().get_urls(),
        ]

    def use_again_view(self, request: HttpRequest, page: int, revision: int) -> HttpResponse:
        """Make a new live revision of a past one's words, and go back to the history.

        Raises Http404 where the page has no such revision, PermissionDenied for who may not
        change it.
        """
        past = get_object_or_404(Revision.objects.select_related("page"), pk=revision, page=page)
        if not self.has_change_permission(request, past.page):
            raise PermissionDenied
        with transaction.atomic():
            live = use_again(past, author=request.user)
            self.log_change(request, past.page, live.note)
        self.message_user(request, "Readers see this text again.", messages.SUCCESS)
        return redirect(reverse("admin:guidance_page_history", args=[page]))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show every revision of the page, the live one marked."""
        page = self.get_object(request, object_id)
        revisions = page.revisions.select_related("author") if page else ()
        extra = {
            "revisions": revisions,
            "live_id": page and page.live_id,
            "has_change_permission": self.has_change_permission(request, page),
        }
        return super().history_view(request, object_id, {**(extra_context or {}), **extra})
