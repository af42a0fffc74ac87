"""Profiles with their 16 ranges on one page."""

from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from vacancies.admin.loaded import LoadedAdmin
from vacancies.job_evaluation.loading import scheme
from vacancies.models import Profile, ProfileFactor


class FactorFormSet(BaseInlineFormSet):
    """Refuses a factor that another stored row of the profile has.

    Django compares the rows of the form with each other only. So two editors who add the same
    factor at once, or one who swaps two, would end in an error of the database.
    """

    def clean(self) -> None:
        """Say it at the row. A new row may take the factor of one that goes."""
        super().clean()
        stored = dict(self.instance.factors.values_list("factor", "pk")) if self.instance.pk else {}
        going = {form.instance.pk for form in self.deleted_forms}
        for form in self.forms:
            own = form.instance.pk
            owner = stored.get(getattr(form, "cleaned_data", {}).get("factor"))
            replaces = own is None and owner in going
            if owner not in (None, own) and own not in going and not replaces:
                form.add_error("factor", "This profile already has a range for this factor.")


class FactorInline(admin.StackedInline):
    """The range of each factor, such as “2-3ab”."""

    model = ProfileFactor
    formset = FactorFormSet
    extra = 0
    max_num = len(scheme().factors)
    fields = [("factor", "label")]


@admin.register(Profile)
class ProfileAdmin(LoadedAdmin):
    """Type in the national profile; tick “confirmed” once read in the source."""

    list_display = ["title", "band", "status", "confirmed", "read_on"]
    list_filter = ["band", "status", "confirmed"]
    search_fields = ["title", "code"]
    ordering = ["band_order", "title"]
    inlines = [FactorInline]
    fields = [
        "title",
        "code",
        "band",
        "status",
        "for_proof",
        "source",
        "read_on",
        "confirmed",
        "note",
    ]
    prepopulated_fields = {"code": ["title"]}

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """The code names the profile in addresses, so it is only made from the title once."""
        return {} if obj else self.prepopulated_fields
