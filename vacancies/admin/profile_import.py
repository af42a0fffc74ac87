"""Importing profiles from a file: what it withdraws is named, and asked about where it is used."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from vacancies.forms.profile_import import ProfileAgreedForm, ProfileImportForm
from vacancies.job_evaluation.loading import scheme
from vacancies.job_evaluation.profile_rows import TEXTS
from vacancies.services.profile_import import FileError, Imported, import_profiles

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as AdminPart
else:
    AdminPart = object

AGREED = ProfileAgreedForm.at
"""The field that only the page which asks sends."""
SEND_AGAIN = "Something went wrong on the way, and nothing was imported. Send the file again."


class ProfileImportMixin(AdminPart):
    """For the admin of profiles: the page that takes a file, and the one that asks."""

    def get_urls(self) -> list[Any]:
        """Return the addresses of the admin, with that of the import before them."""
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="vacancies_profile_import"), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Take a file of profiles: all are stored, or every bad row is named.

        Before a profile is withdrawn that vacancies use, a page asks; it sends the file again.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._page(request, ProfileImportForm())
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
            return self._page(request, ProfileImportForm(), said=SEND_AGAIN)
        return self._page(request, form)

    def _answer(self, request: HttpRequest, done: Imported, data: bytes, name: str) -> HttpResponse:
        """Say what was imported, ask what may be withdrawn, or name every bad row."""
        if done.bad:
            return self._page(request, ProfileImportForm(), bad=done.bad)
        if done.asks:
            again = ProfileAgreedForm.of(data, name, [one.old for one in done.withdrawn])
            return self._page(request, again, template="confirm", withdrawn=done.withdrawn)
        for profile in done.profiles:
            self.log_addition(request, profile, "Imported from a file.")
        for one in done.withdrawn:
            self.log_change(request, one.old, f"Withdrawn: {one.by.code} replaces it.")
        self.message_user(request, _said(done), messages.SUCCESS)
        return redirect("admin:vacancies_profile_changelist")

    def _page(
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


def _said(done: Imported) -> str:
    """Return the sentences that say how many profiles came in, and which went."""
    number = len(done.profiles)
    said = "You imported 1 profile." if number == 1 else f"You imported {number} profiles."
    if not done.withdrawn:
        return said
    names = "; ".join(f"{one.old} ({one.old.code})" for one in done.withdrawn)
    return f"{said} Withdrawn, because newer ones replace them: {names}."
