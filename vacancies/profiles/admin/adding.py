"""Admin pages on which editors type a published national profile, or import a file of profiles."""

import csv
import io
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.timezone import localdate

from kls_portal.in_words import counted
from kls_portal.reference.admin import LoadedAdmin
from vacancies.profiles.forms import ProfileAgreedForm, ProfileImportForm, TypedProfileForm
from vacancies.profiles.importing import (
    FileError,
    Imported,
    import_profiles,
    import_typed,
    withdrawals,
)
from vacancies.profiles.rules.loading import profiles as shipped_profiles
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.profile_files import TEXTS
from vacancies.profiles.services import rulings

AGREED = ProfileAgreedForm.at
"""The field that only the confirmation page sends."""
SEND_AGAIN = "Something went wrong on the way, and nothing was imported. Send the file again."


class AddedProfilesAdmin(LoadedAdmin):
    """Typing a profile, checking and saving it; importing a file of profiles; and a sample file."""

    def get_urls(self) -> list[Any]:
        """Return the admin's URL patterns, preceded by those of these pages."""
        pages = {
            "type": ("type/", self.type_view),
            "sample": ("sample.csv", self.sample_view),
            "import": ("import/", self.import_view),
        }
        own = [
            path(route, self.admin_site.admin_view(view), name=f"vacancies_profile_{name}")
            for name, (route, view) in pages.items()
        ]
        return [*own, *super().get_urls()]

    def type_view(self, request: HttpRequest) -> HttpResponse:
        """Show the form; read a pasted table, show the totals, and store a reviewed profile."""
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
        done = import_typed(profile=form.read())
        for row in done.bad:
            form.add_error(None, row.sentence)
        if done.bad:
            return self._typed_page(request, form)
        gone = "".join(f" It replaces {one.old}, which is withdrawn." for one in done.withdrawn)
        said = f"You saved {done.profiles[0]}.{gone}"
        return self._stored(request, done, "Typed beside the published profile.", said)

    def sample_view(self, request: HttpRequest) -> HttpResponse:
        """Return a CSV file with one of our own profiles, as a sample of the format."""
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

        Before withdrawing a profile that vacancies use, a confirmation page asks and resubmits the
        file.
        """
        self._may_add(request)
        if request.method != "POST":
            return self._import_page(request, ProfileImportForm())
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
                return self._imported(request, done, data, name)
        if again:
            return self._import_page(request, ProfileImportForm(), said=SEND_AGAIN)
        return self._import_page(request, form)

    def _imported(
        self, request: HttpRequest, done: Imported, data: bytes, name: str
    ) -> HttpResponse:
        """Show what was imported, ask which profiles may be withdrawn, or list every bad row."""
        if done.bad:
            return self._import_page(request, ProfileImportForm(), bad=done.bad)
        if done.asks:
            again = ProfileAgreedForm.of(data, name, [one.old for one in done.withdrawn])
            return self._import_page(request, again, template="confirm", withdrawn=done.withdrawn)
        said = f"You imported {counted(len(done.profiles), 'profile')}."
        if names := "; ".join(f"{one.old} ({one.old.code})" for one in done.withdrawn):
            said += f" Withdrawn, because newer ones replace them: {names}."
        return self._stored(request, done, "Imported from a file.", said)

    def _may_add(self, request: HttpRequest) -> None:
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _stored(self, request: HttpRequest, done: Imported, how: str, said: str) -> HttpResponse:
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
        withdrawn = withdrawals([form.read()]) if seen else ()
        more = {"bands": form.bands.bands, "withdrawn": withdrawn}
        return self._page(request, "typed_preview" if seen else "type", title, form=form, **more)

    def _import_page(
        self, request: HttpRequest, form: Any, template: str = "import", **more: Any
    ) -> HttpResponse:
        columns = [*TEXTS, "confirmed", *scheme().by_code]
        title = "Import profiles from a file"
        return self._page(request, template, title, form=form, columns=columns, **more)

    def _page(self, request: HttpRequest, template: str, title: str, **more: Any) -> HttpResponse:
        each = self.admin_site.each_context(request)
        context = {**each, "title": title, "opts": self.opts, **more}
        return render(request, f"admin/vacancies/profile/{template}.html", context)
