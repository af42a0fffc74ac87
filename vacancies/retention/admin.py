"""Offers of peers, themes of meetings, tools to keep staff."""

from django.contrib import admin
from django.http import HttpRequest

from kls_portal.reference.admin import LoadedAdmin
from vacancies.retention.models import MeetingTheme, PeerOffer, RetentionTool


@admin.register(PeerOffer)
class PeerOfferAdmin(admin.ModelAdmin):
    """Offers are read, and deleted where somebody wrote what must not stay."""

    list_display = ("topics", "kind", "region", "offered_for", "offered", "lapses_on")
    list_filter = ("kind", "region", "offered")
    list_select_related = ("organisation",)
    search_fields = ("topics", "description")
    fields = (
        *("offered_for", "kind", "region", "topics", "description"),
        *("offered", "lapses_on"),
    )
    readonly_fields = ("offered_for",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Say no: services offer by themselves."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: PeerOffer | None = None) -> bool:
        """Say no: a service's words are its own."""
        return False

    @admin.display(description="Organisation")
    def offered_for(self, offer: PeerOffer) -> str:
        """Name it without a link: editors do not keep organisations."""
        return str(offer.organisation)


@admin.register(MeetingTheme)
class MeetingThemeAdmin(admin.ModelAdmin):
    """Editors say which theme was held, correct its words, or delete it."""

    list_display = ("text", "proposed_on", "held_on")
    list_filter = ("held_on",)
    search_fields = ("text",)
    fields = ("text", "held_on", "proposed_on")
    readonly_fields = ("proposed_on",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Say no: members propose."""
        return False


@admin.register(RetentionTool)
class RetentionToolAdmin(LoadedAdmin):
    """The tools, their forms and how often they are used."""

    list_display = ("name", "who", "how_often", "months", "first", "confirmed")
    list_filter = ("confirmed",)
    search_fields = ("name", "purpose", "questions")
