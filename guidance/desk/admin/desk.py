"""The desk in the admin, and the export and import of guidance."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from guidance.content.archive import WrongArchiveError
from guidance.content.services.exporting import export_guidance
from guidance.content.services.importing import import_guidance, report_of
from guidance.desk.admin.history import RecordAdmin
from guidance.desk.services.desk import desk
from guidance.pages.models import ApprovalLink, Feedback
from guidance.pages.services.approvals import LIFETIMES, USUAL_LIFETIME, make_link
from guidance.texts.models import Page
from kls_portal.accounts.editors import first_tasks
from kls_portal.accounts.permissions import UserRequest, administers
from kls_portal.answers import answered
from kls_portal.emails import full_address
from kls_portal.file_size import LARGEST, LARGEST_FILE
from kls_portal.forms.nameless import refuse_personal_data
from kls_portal.published import Addresses, GuardedMixin


class DeskMixin(RecordAdmin):
    addresses: Addresses = (("desk/", "desk", False),)

    def desk_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        sections = desk(timezone.localdate())
        return self.shown(
            request,
            "guidance/desk",
            "Editorial desk",
            first=first_tasks(),
            sections=sections,
            opened=next((one.slug for one in sections if one.rows), ""),
        )


class ImportForm(forms.Form):
    file = forms.FileField(
        label="File",
        help_text=f"A .zip file that a portal exported, at most {LARGEST}.",
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        error_messages={"required": "Choose the file to import."},
    )

    def clean_file(self) -> UploadedFile:
        """Refuse a file above LARGEST_FILE, whose content was not kept."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise ValidationError(
                f"The file is larger than {LARGEST}. Import it with the command import_guidance.",
                code="too-large",
            )
        return file


class TransferMixin(RecordAdmin):
    addresses: Addresses = (
        ("transfer/", "transfer", False),
        ("transfer/guidance.zip", "export", False),
    )

    def export_view(self, request: HttpRequest) -> HttpResponse:
        _refuse_others(request)
        name = f"guidance-{timezone.localdate().isoformat()}.zip"
        return HttpResponse(
            export_guidance(),
            content_type="application/zip",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def transfer_view(self, request: HttpRequest) -> HttpResponse:
        _refuse_others(request)
        posted = request.method == "POST"
        form = ImportForm(request.POST, request.FILES) if posted else ImportForm()
        if posted and form.is_valid():
            try:
                counts = import_guidance(form.cleaned_data["file"].read())
            except WrongArchiveError as error:
                form.add_error("file", ValidationError(str(error), code="no-archive"))
            else:
                return answered(request, " ".join(report_of(counts)), "admin:guidance_transfer")
        return self.shown(request, "guidance/transfer", "Export and import", form=form)


def _refuse_others(request: HttpRequest) -> None:
    if not administers(request):
        raise PermissionDenied


NO_TEXT = "There is no draft to approve. Save one first."
CLOSED = "The link no longer works. We have kept the answers."


class LinkForm(forms.Form):
    days = forms.TypedChoiceField(
        label="Opens for",
        coerce=int,
        choices=[(days, f"{days} days") for days in LIFETIMES],
        initial=USUAL_LIFETIME,
    )
    label = forms.CharField(
        label="Who it is for",
        required=False,
        max_length=100,
        help_text="For editors, such as “workforce team”. Leave names out.",
        validators=[partial(refuse_personal_data, posts=True)],
    )


class ApprovalMixin(RecordAdmin):
    addresses: Addresses = (
        ("<int:page_id>/approval/", "page_approval", True),
        ("<int:page_id>/approval/<int:link_id>/close/", "page_approval_close", True),
    )

    def approval_view(self, request: UserRequest, page_id: int) -> HttpResponse:
        """Make a link to the draft, and show its address, which cannot be shown again."""
        with transaction.atomic():
            page = self.page_to_change(request, page_id, lock=True)
            form = LinkForm(request.POST)
            if page.draft is None or not form.is_valid():
                faults = " ".join(str(one) for each in form.errors.values() for one in each)
                said = NO_TEXT if page.draft is None else faults
                return self.back_to(request, page, said, messages.ERROR)
            link, token = make_link(page.draft, by=request.user, **form.cleaned_data)
            self.log_change(request, page, f"Made a link for approval ({link}).")
        return self.shown(
            request,
            "guidance/page/approval_made",
            "Your link for approval",
            original=page,
            page=page,
            link=link,
            address=full_address("guidance:approval", token),
        )

    @transaction.atomic
    def approval_close_view(self, request: UserRequest, page_id: int, link_id: int) -> HttpResponse:
        page: Page = self.page_to_change(request, page_id)
        link = get_object_or_404(ApprovalLink, pk=link_id, revision__page=page)
        link.revoke()
        self.log_change(request, page, f"Closed a link for approval ({link}).")
        return self.back_to(request, page, CLOSED)


@admin.register(Feedback)
class FeedbackAdmin(GuardedMixin):
    list_display = ("page", "useful", "sentence", "given_on")
    list_filter = ("useful", "given_on", "page")
    list_select_related = ("page__live",)
    search_fields = ("sentence", "page__live__title", "page__path")
    fields = ("page", "useful", "sentence", "given_on")
    never = ("add", "change")  # readers answer on the page itself
