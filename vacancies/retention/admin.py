"""Admin of peer offers, meeting themes and retention tools."""

from django.contrib import admin

from kls_portal.published import GuardedMixin, column
from kls_portal.reference.admin import LoadedAdmin
from vacancies.retention.models import MeetingTheme, PeerOffer, RetentionTool


@admin.register(PeerOffer)
class PeerOfferAdmin(GuardedMixin):
    list_display = ("topics", "kind", "region", "offered_for", "offered", "lapses_on")
    list_filter = ("kind", "region", "offered")
    list_select_related = ("organisation",)
    search_fields = ("topics", "description")
    fields = ("offered_for", "kind", "region", "topics", "description", "offered", "lapses_on")
    readonly_fields = ("offered_for",)
    offered_for = column("organisation", "Organisation")
    never = ("add", "change")  # services write their own offers


@admin.register(MeetingTheme)
class MeetingThemeAdmin(GuardedMixin):
    list_display = ("text", "proposed_on", "held_on")
    list_filter = ("held_on",)
    search_fields = ("text",)
    fields = ("text", "held_on", "proposed_on")
    readonly_fields = ("proposed_on",)
    never = ("add",)  # members propose


@admin.register(RetentionTool)
class RetentionToolAdmin(LoadedAdmin):
    list_display = ("name", "who", "how_often", "months", "first", "confirmed")
    list_filter = ("confirmed",)
    search_fields = ("name", "purpose", "questions")
