"""Admin of profiles with their 16 ranges on one page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from vacancies.profiles.admin.adding import AddedProfilesAdmin
from vacancies.profiles.models import Profile, ProfileFactor
from vacancies.profiles.rules.loading import scheme


class FactorFormSet(BaseInlineFormSet):
    """Rejects a factor that another stored row of the profile has.

    Django compares only the rows of the form with each other, so two editors adding the same factor
    at once, or one swapping two factors, would cause a database error.
    """

    def clean(self) -> None:
        """Add an error to the row; a new row may take the factor of a deleted one."""
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
    """The range of each factor, such as “2-3ab”, with a row ready for each factor without one."""

    model = ProfileFactor
    formset = FactorFormSet
    max_num = len(scheme().factors)
    fields = [("factor", "label")]
    classes = ("collapse",)

    def get_extra(self, request: HttpRequest, obj: Profile | None = None, **kwargs: Any) -> int:
        """Return the number of factors without a range, for a row each."""
        return len(factors_without_range(obj))


def factors_without_range(profile: Profile | None) -> list[str]:
    """Return the codes of the factors without a range in the profile, in scheme order."""
    stored = set(profile.factors.values_list("factor", flat=True)) if profile else set()
    return [factor.code for factor in scheme().factors if factor.code not in stored]


class ProfileForm(forms.ModelForm):
    """A profile, whose code is not a reserved address and which cannot replace itself."""

    def clean_code(self) -> str:
        """Reject the code that is the address of the comparison."""
        code = self.cleaned_data["code"]
        if code.lower() == "compare":
            raise forms.ValidationError("Choose another code. A page already has this address.")
        return code

    def clean_replaced_by(self) -> Profile | None:
        """Reject a profile that would replace itself."""
        newer = self.cleaned_data["replaced_by"]
        if newer and newer.pk == self.instance.pk:
            raise forms.ValidationError("A profile cannot replace itself.")
        return newer

    def clean(self) -> dict[str, Any]:
        """Reject a replacement unless the profile is withdrawn."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("replaced_by") and not cleaned.get("withdrawn_on"):
            self.add_error(
                "withdrawn_on", "Say when it was withdrawn: another profile replaced it."
            )
        return cleaned


@admin.register(Profile)
class ProfileAdmin(AddedProfilesAdmin):
    """Profiles as typed from the source; “confirmed” is ticked once checked against it."""

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
        """Prefill the code from the title only for new profiles, as addresses contain the code."""
        return {} if obj else self.prepopulated_fields

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Profile, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Prefill the factor of each row without a range; rows left empty store nothing."""
        waiting = factors_without_range(obj if obj.pk else None)
        initial = [{"factor": code} for code in waiting]
        return {**super().get_formset_kwargs(request, obj, inline, prefix), "initial": initial}
