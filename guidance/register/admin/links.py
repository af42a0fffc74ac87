"""Links, networks and resources in the admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.db.models import Count, ManyToManyField, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from guidance.register.link_check.outcome import State
from guidance.register.models import ExternalResource, LinkCheck, LinkPlace, Network, PageResource
from guidance.register.querysets import LinkPlaceQuerySet
from guidance.register.services import check
from kls_portal.published import Choices, GuardedMixin, PublishedAdmin, column, filter_by


class NoRelatedButtonsMixin(BaseModelAdmin):
    """Removes the buttons of related fields that add, change, delete or view a choice."""

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(*args, **kwargs)
        for act in ("add", "change", "delete", "view"):
            if field is not None and hasattr(field.widget, f"can_{act}_related"):
                setattr(field.widget, f"can_{act}_related", False)
        return field


class PageResourceInline(NoRelatedButtonsMixin, admin.StackedInline):
    """The resources of a page. Stacked, so that each control keeps its label."""

    model = PageResource
    fields = (("resource", "order"),)
    extra = 1
    classes = ("collapse",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[PageResource]:
        return super().get_queryset(request).select_related("resource")


# An editor waits for this, so it must stay within the time of a request.
SECONDS = 20
MOST_AT_ONCE = 5


STATES: Choices = {
    "broken": ("Broken", LinkPlaceQuerySet.broken),
    "moved": ("Moved for good", lambda places: places.filter(link__state=State.MOVED)),
    "untried": ("Not tried yet", lambda places: places.filter(link__checked_at=None)),
}


@admin.register(LinkPlace)
class LinkPlaceAdmin(GuardedMixin):
    """Every link to another site, with its page, the page's owner and its state."""

    list_display = ("named", "owner", "state", "since", "tried", "link")
    list_display_links = ("named",)
    list_filter = (
        filter_by("health", STATES),
        ("link__state", admin.ChoicesFieldListFilter),
        ("page__owner", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("link", "page__live", "page__owner", "resource")
    search_fields = ("text", "link__address", "page__path")
    fields = ("text", "on_page", "owner", "state", "since", "tried", "address")
    readonly_fields = fields
    actions = ["try_again"]
    owner = column("page__owner", "owner")
    since = column("link__since", "since")
    tried = column("link__checked_at", "tried")
    never = ("add", "delete")  # the link check finds the links, and they go with the text

    @admin.display(description="link and page", ordering="page__path")
    def named(self, place: LinkPlace) -> str:
        what = " (resource)" if place.resource else ""
        return f"{place.text}, on {place.page or 'no page'}{what}"

    @admin.display(description="page", ordering="page__path")
    def on_page(self, place: LinkPlace) -> str:
        title = str(place.page) if place.page else "No page"
        what = " (resource)" if place.resource else ""
        return format_html('<a href="{}">{}{}</a>', place.corrected_at, title, what)

    @admin.display(description="state", ordering="link__state")
    def state(self, place: LinkPlace) -> str:
        row = place.link
        if not row.state:
            return "Not tried yet"
        words = row.get_state_display()
        if row.code:
            words += f" (status {row.code})"
        if row.failures > 1:
            words += f", {row.failures} tries in a row"
        return words

    @admin.display(description="address", ordering="link__address")
    def address(self, place: LinkPlace) -> str:
        row = place.link
        link = format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', row.address)
        return format_html("{} (leads to {})", link, row.ends_at) if row.ends_at else link

    @admin.action(description="Try again now", permissions=["change"])
    def try_again(self, request: HttpRequest, places: LinkPlaceQuerySet) -> None:
        rows = LinkCheck.objects.filter(places__in=places).distinct()[:MOST_AT_ONCE]
        tried = check(rows, seconds=SECONDS)
        broken = sum(not row.is_fine for row in tried)
        said = f"{len(tried)} tried, {broken} broken. The rest will be tried in the nightly run."
        self.message_user(request, said, messages.WARNING if broken else messages.SUCCESS)


@admin.register(Network)
class NetworkAdmin(NoRelatedButtonsMixin, GuardedMixin, PublishedAdmin):
    """The directory of networks. Names and addresses are in the register of external resources."""

    list_display = ("resource", "kind", "region", "confirmed", "is_listed")
    list_select_related = ("resource",)
    list_filter = ("kind", "region", "confirmed", "is_listed", "topics")
    search_fields = ("resource__name", "what_for")
    fixed = ("resource",)
    formfield_overrides = {ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}


@admin.register(ExternalResource)
class ExternalResourceAdmin(GuardedMixin, PublishedAdmin):
    list_display = ("name", "publisher", "confirmed", "read_on", "on_pages")
    list_filter = ("confirmed",)
    search_fields = ("name", "publisher", "url", "code")
    fixed = ("code",)
    on_pages = column("on_pages", "on pages")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExternalResource]:
        return super().get_queryset(request).annotate(on_pages=Count("page_links"))
