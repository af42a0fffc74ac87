"""Admin page on which an editor types a published national profile."""

import csv
import io
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.timezone import localdate

from vacancies.profiles.forms import TypedProfileForm
from vacancies.profiles.importing import Imported, import_typed, withdrawals
from vacancies.profiles.rules.loading import profiles as shipped_profiles
from vacancies.profiles.rules.profile_files import TEXTS
from vacancies.profiles.services import rulings

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as AdminPart
else:
    AdminPart = object


class TypedProfileMixin(AdminPart):
    """For the admin of profiles: typing a profile, checking and saving it; and a sample file."""

    def get_urls(self) -> list[Any]:
        """Return the admin's URL patterns, preceded by those of these pages."""
        site = self.admin_site.admin_view
        return [
            path("type/", site(self.type_view), name="vacancies_profile_type"),
            path("sample.csv", site(self.sample_view), name="vacancies_profile_sample"),
            *super().get_urls(),
        ]

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
        return self._typed_page(request, form) if done.bad else self._typed_saved(request, done)

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

    def _may_add(self, request: HttpRequest) -> None:
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _typed_saved(self, request: HttpRequest, done: Imported) -> HttpResponse:
        for profile in done.profiles:
            self.log_addition(request, profile, "Typed beside the published profile.")
        for one in done.withdrawn:
            self.log_change(request, one.old, f"Withdrawn: {one.by.code} replaces it.")
        gone = "".join(f" It replaces {one.old}, which is withdrawn." for one in done.withdrawn)
        self.message_user(request, f"You saved {done.profiles[0]}.{gone}", messages.SUCCESS)
        return redirect("admin:vacancies_profile_changelist")

    def _typed_page(
        self, request: HttpRequest, form: TypedProfileForm, seen: bool = False
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Look before you save" if seen else "Type a national profile",
            "opts": self.opts,
            "form": form,
            "bands": form.bands.bands,
            "withdrawn": withdrawals([form.read()]) if seen else (),
        }
        template = "typed_preview" if seen else "type"
        return render(request, f"admin/vacancies/profile/{template}.html", context)
