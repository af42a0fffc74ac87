"""Admin of profiles, with their 16 ranges on one page: typed by an editor, or sent as a file."""

import csv
import io
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from kls_portal.in_words import counted
from kls_portal.published import AddressedAdmin, Addresses
from kls_portal.reference.admin import LoadedAdmin
from vacancies.profiles.forms import ProfileImportForm, TypedProfileForm
from vacancies.profiles.models import Profile, ProfileFactor
from vacancies.profiles.rules.loading import profiles as shipped_profiles
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.profile_files import TEXTS, FileError
from vacancies.profiles.services import importing
from vacancies.profiles.services.profiles import rulings

IN_USE = "{} ({}) is used by {}. To withdraw it, tick this and choose the file again."


class AddedProfilesAdmin(AddressedAdmin, LoadedAdmin):
    addresses: Addresses = (
        ("type/", "profile_type", False),
        ("sample.csv", "profile_sample", False),
        ("import/", "profile_import", False),
    )

    def type_view(self, request: HttpRequest) -> HttpResponse:
        self._may_add(request)
        known = rulings()
        form = TypedProfileForm(
            request.POST or None, scheme=known.scheme, bands=known.bands, today=localdate()
        )
        if request.method != "POST" or {"read", "total", "change"} & request.POST.keys():
            return self._typed_page(request, form.refilled("read" in request.POST))
        if not form.is_valid():
            return self._typed_page(request, form)
        if "save" not in request.POST:
            return self._typed_page(request, form, seen=True)
        done = importing.import_typed(profile=form.read())
        for row in done.bad:
            form.add_error(None, row.sentence)
        if done.bad:
            return self._typed_page(request, form)
        gone = "".join(f" It replaces {one.old}, which is withdrawn." for one in done.withdrawn)
        said = f"You saved {done.profiles[0]}.{gone}"
        return self._stored(request, done, "Typed beside the published profile.", said)

    def sample_view(self, request: HttpRequest) -> HttpResponse:
        self._may_add(request)
        sample = next(one for one in shipped_profiles() if one.is_illustrative)
        labels = {code: levels.label for code, levels in sample.ranges.items()}
        own = {"code": "sample-librarian", "title": sample.title, "band": sample.band}
        row = {**own, "status": "illustrative", "confirmed": "no", **labels}
        file = io.StringIO()
        rows = csv.DictWriter(file, [*TEXTS, "confirmed", *labels])
        rows.writeheader()
        rows.writerow(row)
        headers = {"Content-Disposition": 'attachment; filename="profiles-sample.csv"'}
        # The byte order mark tells a spreadsheet that the file is UTF-8.
        body = file.getvalue().encode("utf-8-sig")
        return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Import a file of profiles: all are stored, or every bad row is named.

        Profiles that vacancies use are withdrawn only if the form says so.
        """
        self._may_add(request)
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = ProfileImportForm(*sent)
        done = importing.Imported()
        if form.is_valid():
            file, agreed = form.cleaned_data["file"], form.cleaned_data["withdraw"]
            try:
                done = importing.import_profiles(file.read(), file.name, agreed=agreed)
            except FileError as problem:
                form.add_error("file", str(problem))
        if done.profiles:
            said = f"You imported {counted(len(done.profiles), 'profile')}."
            if names := "; ".join(f"{one.old} ({one.old.code})" for one in done.withdrawn):
                said += f" Withdrawn, because newer ones replace them: {names}."
            return self._stored(request, done, "Imported from a file.", said)
        for one in done.withdrawn:
            users = "; ".join(f"{name}: {number}" for name, number in one.used_by)
            if users:
                form.add_error("withdraw", IN_USE.format(one.old, one.old.code, users))
        columns = [*TEXTS, "confirmed", *scheme().by_code]
        more = {"form": form, "columns": columns, "bad": done.bad}
        template, title = "vacancies/profile/import", "Import profiles from a file"
        return self.shown(request, template, title, **more)

    def _may_add(self, request: HttpRequest) -> None:
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _stored(
        self, request: HttpRequest, done: importing.Imported, how: str, said: str
    ) -> HttpResponse:
        for profile in done.profiles:
            self.log_addition(request, profile, how)
        for one in done.withdrawn:
            self.log_change(request, one.old, f"Withdrawn: {one.by.code} replaces it.")
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:vacancies_profile_changelist")

    def _typed_page(
        self, request: HttpRequest, form: TypedProfileForm, seen: bool = False
    ) -> HttpResponse:
        title = "Look before you save" if seen else "Type a national profile"
        withdrawn = importing.withdrawals([form.read()]) if seen else ()
        template = f"vacancies/profile/{'typed_preview' if seen else 'type'}"
        more = {"bands": form.bands.bands, "withdrawn": withdrawn}
        return self.shown(request, template, title, form=form, **more)


class FactorFormSet(BaseInlineFormSet):
    """Rejects a factor that another stored row of the profile has.

    Django compares only the rows of the form with each other, so two editors adding the same factor
    at once, or one swapping two factors, would cause a database error.
    """

    def clean(self) -> None:
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
    model = ProfileFactor
    formset = FactorFormSet
    max_num = len(scheme().factors)
    fields = [("factor", "label")]
    classes = ("collapse",)

    def get_extra(self, request: HttpRequest, obj: Profile | None = None, **kwargs: Any) -> int:
        return len(factors_without_range(obj))


def factors_without_range(profile: Profile | None) -> list[str]:
    stored = set(profile.factors.values_list("factor", flat=True)) if profile else set()
    return [factor.code for factor in scheme().factors if factor.code not in stored]


class ProfileForm(forms.ModelForm):
    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if code.lower() == "compare":
            raise forms.ValidationError("Choose another code. A page already has this address.")
        return code

    def clean_replaced_by(self) -> Profile | None:
        newer = self.cleaned_data["replaced_by"]
        if newer and newer.pk == self.instance.pk:
            raise forms.ValidationError("A profile cannot replace itself.")
        return newer

    def clean(self) -> dict[str, Any]:
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
