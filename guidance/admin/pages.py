"""Pages in the admin: every save is a revision, and readers see it at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from csp.decorators import csp_update
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html

from guidance.admin.editor import STYLE_HASH, media_with_nonce
from guidance.admin.filters import ReviewFilter, SectionFilter
from guidance.admin.forms import WORDS, PageForm
from guidance.models import Page, PageResource
from guidance.services import place, publish, remove, withdraw


class WithoutSideDoors:
    """Leaves out the buttons that add, change or delete what a list of choices offers."""

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
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
    object_history_template = "admin/guidance/page/history.html"
    fieldsets = (
        ("What readers see", {"fields": ("title", "summary", "body", "based_on")}),
        ("Stewardship", {"fields": ("owner", "last_reviewed", "next_review", "note")}),
        ("Place in the guidance", {"fields": ("parent", "slug", "order")}),
    )

    @admin.display(description="title", ordering="live__title")
    def title(self, page: Page) -> str:
        return str(page)

    @admin.display(description="address", ordering="path")
    def address(self, page: Page) -> str:
        if page.live is None:
            return f"/{page.path}/ (not on the site)"
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())

    @admin.display(description="reviewed", ordering="last_reviewed")
    def reviewed(self, page: Page) -> date:
        return page.last_reviewed

    @admin.display(description="next review", ordering="next_review")
    def due(self, page: Page) -> str:
        day = date_format(page.next_review)
        return f"{day} (overdue)" if page.is_overdue() else day

    def save_model(self, request: HttpRequest, obj: Page, form: PageForm, change: bool) -> None:
        place(obj, parent=obj.parent, slug=obj.slug)

    def save_related(
        self, request: HttpRequest, form: PageForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        words = {field: form.cleaned_data[field] for field in WORDS}
        publish(form.instance, author=request.user, note=form.cleaned_data["note"], **words)

    def delete_model(self, request: HttpRequest, obj: Page) -> None:
        remove(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        """Pages that came with the portal are withdrawn: a deleted one would come back."""
        came_with_portal = obj is not None and obj.loaded_from is not None
        return not came_with_portal and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.action(description="Take off the site", permissions=["change"])
    def withdraw_pages(self, request: HttpRequest, pages: QuerySet[Page]) -> None:
        for page in pages:
            withdraw(page)
        self.message_user(
            request,
            "Readers no longer see what you selected. To bring a page back, open it and save it.",
            messages.SUCCESS,
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        # Multipart keeps a long text pasted from Word at its own size.
        context |= {
            "media": media_with_nonce(context["media"], request),
            "has_file_field": True,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        page = self.get_object(request, object_id)
        revisions = page.revisions.select_related("author") if page else ()
        extra = {"revisions": revisions, "live_id": page and page.live_id}
        return super().history_view(request, object_id, {**(extra_context or {}), **extra})
