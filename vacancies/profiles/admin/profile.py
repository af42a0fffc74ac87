"""Admin of profiles with their 16 ranges on one page, and importing them from a file."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from kls_portal.reference.admin import LoadedAdmin
from vacancies.profiles.admin.typed import TypedProfileMixin
from vacancies.profiles.forms import ProfileAgreedForm, ProfileImportForm
from vacancies.profiles.importing import FileError, Imported, import_profiles
from vacancies.profiles.models import Profile, ProfileFactor
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.profile_files import TEXTS


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


if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as AdminPart
else:
    AdminPart = object


class ProfileImportMixin(AdminPart):
    """For the admin of profiles: the import page and its confirmation page."""

    def get_urls(self) -> list[Any]:
        """Return the admin's URL patterns, preceded by that of the import."""
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="vacancies_profile_import"), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Import a file of profiles: all are stored, or every bad row is named.

        Before withdrawing a profile that vacancies use, a confirmation page asks and resubmits the
        file.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._admin_page(request, ProfileImportForm())
        again = AGREED in request.POST
        form: Any = ProfileAgreedForm if again else ProfileImportForm
        form = form(request.POST, request.FILES)
        if form.is_valid():
            data, name, codes = form.sent()
            try:
                done = import_profiles(data=data, name=name, agreed=codes)
            except FileError as problem:
                form.add_error(form.at, str(problem))
            else:
                return self._answer(request, done, data, name)
        if again:
            return self._admin_page(request, ProfileImportForm(), said=SEND_AGAIN)
        return self._admin_page(request, form)

    def _answer(self, request: HttpRequest, done: Imported, data: bytes, name: str) -> HttpResponse:
        """Show what was imported, ask which profiles may be withdrawn, or list every bad row."""
        if done.bad:
            return self._admin_page(request, ProfileImportForm(), bad=done.bad)
        if done.asks:
            again = ProfileAgreedForm.of(data, name, [one.old for one in done.withdrawn])
            return self._admin_page(request, again, template="confirm", withdrawn=done.withdrawn)
        for profile in done.profiles:
            self.log_addition(request, profile, "Imported from a file.")
        for one in done.withdrawn:
            self.log_change(request, one.old, f"Withdrawn: {one.by.code} replaces it.")
        self.message_user(request, _said(done), messages.SUCCESS)
        return redirect("admin:vacancies_profile_changelist")

    def _admin_page(
        self, request: HttpRequest, form: Any, template: str = "import", **more: Any
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Import profiles from a file",
            "opts": self.opts,
            "form": form,
            "columns": [*TEXTS, "confirmed", *scheme().by_code],
            **more,
        }
        return render(request, f"admin/vacancies/profile/{template}.html", context)


@admin.register(Profile)
class ProfileAdmin(TypedProfileMixin, ProfileImportMixin, LoadedAdmin):
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


AGREED = ProfileAgreedForm.at
"""The field that only the confirmation page sends."""
SEND_AGAIN = "Something went wrong on the way, and nothing was imported. Send the file again."


def _said(done: Imported) -> str:
    """Return a message giving the number of profiles imported, and those withdrawn."""
    number = len(done.profiles)
    said = "You imported 1 profile." if number == 1 else f"You imported {number} profiles."
    if not done.withdrawn:
        return said
    names = "; ".join(f"{one.old} ({one.old.code})" for one in done.withdrawn)
    return f"{said} Withdrawn, because newer ones replace them: {names}."
