"""Profiles with their 16 ranges on one page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from vacancies.admin.loaded import LoadedAdmin
from vacancies.admin.profile_import import ProfileImportMixin
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
    """The range of each factor, such as “2-3ab”. Each factor without one has its row ready."""

    model = ProfileFactor
    formset = FactorFormSet
    max_num = len(scheme().factors)
    fields = [("factor", "label")]

    def get_extra(self, request: HttpRequest, obj: Profile | None = None, **kwargs: Any) -> int:
        """A row for each factor that has no range yet."""
        return len(factors_without_range(obj))


def factors_without_range(profile: Profile | None) -> list[str]:
    """Return the codes of the factors that the profile has no range for, in scheme order."""
    stored = set(profile.factors.values_list("factor", flat=True)) if profile else set()
    return [factor.code for factor in scheme().factors if factor.code not in stored]


class ProfileForm(forms.ModelForm):
    """A profile; what stands for itself is no word of an address, and none replaces itself."""

    def clean_code(self) -> str:
        """Refuse the code that is the address of the comparison."""
        code = self.cleaned_data["code"]
        if code.lower() == "compare":
            raise forms.ValidationError("Choose another code: this one is an address already.")
        return code

    def clean_replaced_by(self) -> Profile | None:
        """Refuse a profile that would replace itself."""
        newer = self.cleaned_data["replaced_by"]
        if newer and newer.pk == self.instance.pk:
            raise forms.ValidationError("A profile cannot replace itself.")
        return newer

    def clean(self) -> dict[str, Any]:
        """Only a withdrawn profile has been replaced."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("replaced_by") and not cleaned.get("withdrawn_on"):
            self.add_error("withdrawn_on", "Say when it was withdrawn, as another replaced it.")
        return cleaned


@admin.register(Profile)
class ProfileAdmin(ProfileImportMixin, LoadedAdmin):
    """Type in the national profile; tick “confirmed” once read in the source."""

    form = ProfileForm
    list_display = ["title", "band", "status", "edition", "confirmed", "read_on", "withdrawn_on"]
    list_filter = ["band", "status", "confirmed", ("withdrawn_on", admin.EmptyFieldListFilter)]
    search_fields = ["title", "code"]
    ordering = ["band_order", "title"]
    inlines = [FactorInline]
    fields = [
        "title",
        "code",
        "band",
        "status",
        "for_proof",
        "edition",
        "source",
        "read_on",
        "confirmed",
        "withdrawn_on",
        "replaced_by",
        "note",
    ]
    prepopulated_fields = {"code": ["title"]}

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """The code names the profile in addresses, so it is only made from the title once."""
        return {} if obj else self.prepopulated_fields

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Profile, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Name the factor of each row that waits for its range. Left empty, it stores nothing."""
        waiting = factors_without_range(obj if obj.pk else None)
        initial = [{"factor": code} for code in waiting]
        return {**super().get_formset_kwargs(request, obj, inline, prefix), "initial": initial}
