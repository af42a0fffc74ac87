"""Admin of shipped rows and dated facts."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from kls_portal.calendar.working_days import NATIONS
from kls_portal.forms import BoxesField
from kls_portal.published import Choices, GuardedMixin, PublishedAdmin, filter_by
from kls_portal.reference.facts import facts_changed, lapsed_rows
from kls_portal.reference.models import DatedRow, Fact, LoadedRow

ORIGIN: Any = (LoadedRow, "Where it comes from", ["source", "confirmed"])
DAYS: Any = (DatedRow, "Days on which it counts", ["since", "until"])


class LoadedAdmin(GuardedMixin, PublishedAdmin):
    """Admin of loaded rows. The code of a stored row is fixed: addresses and loading depend on it.

    A shipped row cannot be deleted, as the next loading would bring it back.
    """

    fixed: tuple[str, ...] = ("code",)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Return the fieldsets, with the origin and days of rows that have them."""
        fieldsets = list(super().get_fieldsets(request, obj))
        for kind, name, fields in (ORIGIN, DAYS):
            if issubclass(self.model, kind) and fields[0] not in flatten_fieldsets(fieldsets):
                fieldsets.append((name, {"fields": fields}))
        return fieldsets


class FactForm(forms.ModelForm):
    nations = BoxesField(
        "Nations", choices=list(NATIONS.items()), help_text="Tick none to mean all of them."
    )

    class Meta:
        model = Fact
        widgets = dict.fromkeys(
            ("what", "value", "address"), forms.TextInput(attrs={"class": "vLargeTextField"})
        ) | {"source": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}
        fields = (
            "what",
            "value",
            "unit",
            "nations",
            "since",
            "until",
            "strength",
            "source",
            "address",
            "read_on",
            "is_original",
            "review_by",
            "note",
            "name",
            "code",
        )


STATES: Choices = {
    "lapsed": ("Lapsed", lambda facts: facts & lapsed_rows(timezone.localdate())),
}


@admin.register(Fact)
class FactAdmin(LoadedAdmin):
    """All values of every fact. A change in the law is a new row, and ends the old one."""

    form = FactForm
    list_display = ("what", "shown_value", "since", "until", "strength", "review_by")
    list_filter = (filter_by("state", STATES), "strength")
    search_fields = ("name", "what", "value", "source")
    fixed = ("code", "name")

    @admin.display(description="value")
    def shown_value(self, row: Fact) -> str:
        return row.as_value().text

    def save_related(self, request: HttpRequest, form: Any, *args: Any) -> None:
        """Save the fact, then announce the change to pages, search and files."""
        super().save_related(request, form, *args)
        name = form.instance.name
        transaction.on_commit(lambda: facts_changed.send(Fact, name=name))
