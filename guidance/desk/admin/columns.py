"""Columns and filters of the list of pages."""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localdate

from guidance.texts.models import Page, PageQuerySet, written
from kls_portal.published import Choices, column


class PageColumns:
    reviewed = column("last_reviewed", "reviewed")

    @admin.display(description="title", ordering="live__title")
    def title(self, page: Page) -> str:
        return str(page)

    @admin.display(description="address", ordering="path")
    def address(self, page: Page) -> str:
        if page.live is None:
            return f"/{page.path}/ (not on the site)"
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())

    @admin.display(description="text")
    def state(self, page: Page) -> str:
        if page.draft is None:
            return "Live" if page.live else "Off the site"
        if page.draft.publish_at:
            return f"Draft, to be published {written(page.draft.publish_at)}"
        return "Live, with a draft" if page.live else "Draft"

    @admin.display(description="next review", ordering="next_review")
    def due(self, page: Page) -> str:
        day = date_format(page.next_review)
        late = '{} <span data-status="overdue">(overdue)</span>'
        return format_html(late, day) if page.is_overdue() else day


REVIEWS: Choices = {
    "overdue": ("Overdue", lambda pages: pages.filter(next_review__lt=localdate())),
    "soon": (f"Due in {settings.GUIDANCE_DUE_SOON_DAYS} days", lambda p: p.due_soon(localdate())),
}


class SectionFilter(admin.SimpleListFilter):
    title = "section"
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        tops = Page.objects.filter(parent=None, children__isnull=False).order_by("order", "path")
        return [(page.path, str(page)) for page in tops.distinct().select_related("live")]

    def queryset(self, request: HttpRequest, queryset: PageQuerySet) -> PageQuerySet:
        section = self.value()
        return queryset.in_section(section) if section else queryset
