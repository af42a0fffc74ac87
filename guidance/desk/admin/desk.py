"""The desk in the admin, and the export and import of guidance."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone

from guidance.content.archive.layout import WrongArchiveError
from guidance.content.services.exporting import export_guidance
from guidance.content.services.importing import import_guidance, report_of
from guidance.desk.admin.history import RecordAdmin
from guidance.desk.services.desk import desk
from kls_portal.accounts.editors import first_tasks
from kls_portal.accounts.permissions import administers
from kls_portal.uploads import MOST_KEPT


class DeskMixin(RecordAdmin):
    """The desk, for users who may change pages."""

    def get_urls(self) -> list[URLPattern]:
        """Return the URL patterns of the page admin, preceded by the desk's."""
        view = self.admin_site.admin_view(self.desk_view)
        return [path("desk/", view, name="guidance_desk"), *super().get_urls()]

    def desk_view(self, request: HttpRequest) -> HttpResponse:
        """Show every section of the desk."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        sections = desk(timezone.localdate())
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Editorial desk",
            "first": first_tasks(),
            "sections": sections,
            "opened": next((one.slug for one in sections if one.rows), ""),
        }
        return render(request, "admin/guidance/desk.html", context)


class ImportForm(forms.Form):
    """The upload of one archive."""

    file = forms.FileField(
        label="File",
        help_text="A .zip file that a portal exported, at most 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        error_messages={"required": "Choose the file to import."},
    )

    def clean_file(self) -> UploadedFile:
        """Refuse a file above MOST_KEPT, whose content was not kept."""
        file = self.cleaned_data["file"]
        if file.size > MOST_KEPT:
            raise ValidationError(
                "The file is larger than 5 MB. Import it with the command import_guidance.",
                code="too-large",
            )
        return file


class TransferMixin(RecordAdmin):
    """Export and import, for administrators."""

    def get_urls(self) -> list[URLPattern]:
        """Return the URL patterns of the page admin, preceded by those of export and import."""
        transfer = self.admin_site.admin_view(self.transfer_view)
        export = self.admin_site.admin_view(self.export_view)
        return [
            path("transfer/", transfer, name="guidance_transfer"),
            path("transfer/guidance.zip", export, name="guidance_export"),
            *super().get_urls(),
        ]

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Return the archive, with today's date in its name."""
        _refuse_others(request)
        name = f"guidance-{timezone.localdate().isoformat()}.zip"
        return HttpResponse(
            export_guidance(),
            content_type="application/zip",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def transfer_view(self, request: HttpRequest) -> HttpResponse:
        """Offer the export, and import an uploaded archive, all or nothing."""
        _refuse_others(request)
        posted = request.method == "POST"
        form = ImportForm(request.POST, request.FILES) if posted else ImportForm()
        if posted and form.is_valid():
            try:
                counts = import_guidance(form.cleaned_data["file"].read())
            except WrongArchiveError as error:
                form.add_error("file", ValidationError(str(error), code="no-archive"))
            else:
                self.message_user(request, " ".join(report_of(counts)), messages.SUCCESS)
                return redirect("admin:guidance_transfer")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Export and import",
            "form": form,
        }
        return render(request, "admin/guidance/transfer.html", context)


def _refuse_others(request: HttpRequest) -> None:
    if not administers(request):
        raise PermissionDenied
