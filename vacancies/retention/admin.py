"""Offers of peers, themes of meetings, tools to keep staff."""

from django.contrib import admin

from kls_portal.published import GuardedMixin
from kls_portal.reference.admin import LoadedAdmin
from vacancies.retention.models import MeetingTheme, PeerOffer, RetentionTool


@admin.register(PeerOffer)
class PeerOfferAdmin(GuardedMixin):
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
    never = ("add", "change")  # services offer by themselves, in words of their own

    @admin.display(description="Organisation")
    def offered_for(self, offer: PeerOffer) -> str:
        """Name it without a link: editors do not keep organisations."""
        return str(offer.organisation)


@admin.register(MeetingTheme)
class MeetingThemeAdmin(GuardedMixin):
    """Editors say which theme was held, correct its words, or delete it."""

    list_display = ("text", "proposed_on", "held_on")
    list_filter = ("held_on",)
    search_fields = ("text",)
    fields = ("text", "held_on", "proposed_on")
    readonly_fields = ("proposed_on",)
    never = ("add",)  # members propose


@admin.register(RetentionTool)
class RetentionToolAdmin(LoadedAdmin):
    """The tools, their forms and how often they are used."""

    list_display = ("name", "who", "how_often", "months", "first", "confirmed")
    list_filter = ("confirmed",)
    search_fields = ("name", "purpose", "questions")
