"""Pages in the admin: drafting, publishing, advice on wording."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localdate

from guidance.desk.admin.desk import ApprovalMixin, DeskMixin, LinkForm, TransferMixin
from guidance.desk.admin.forms import PLACE, STEWARDSHIP, PageForm
from guidance.desk.admin.history import HistoryMixin
from guidance.desk.writing_advice import advise, repaired
from guidance.pages.services.approvals import links_of, move_review
from guidance.pages.services.drafts import discard_draft, publish_draft, save_draft
from guidance.pages.services.placing import place
from guidance.pages.services.publishing import FIXED, remove, withdraw
from guidance.register.admin.links import NoRelatedButtonsMixin, PageResourceInline
from guidance.register.admin.parts import WithEditor
from guidance.search import index
from guidance.texts.models import Page, PageQuerySet, written
from guidance.texts.rules.sanitise import sanitise
from kls_portal.accounts.permissions import UserRequest
from kls_portal.answers import answered
from kls_portal.published import Addresses, Choices, GuardedMixin, OneByOneMixin, column, filter_by
from kls_portal.reference.facts import html_with_facts, shown_facts

MOST_WARNINGS = 5
REPAIRS = {
    "heading-skipped": "Saving closed the gap.",
    "table-header": "Saving made its first row the header: check that it is one.",
    "image-alternative": "Saving removed it.",
}


DISCARDED = "You discarded the draft. Its text is still in the history."
REVIEWED = "“{page}” is marked as reviewed today. The next review is due {day}."
NOTHING_TO_REVIEW = "“{page}” is not on the site, so there is nothing to review."
WITHDRAWN = (
    "Readers no longer see what you took off the site. To bring a page back, open and publish it."
)
PUBLISHED = "Published. Readers see this text now."
SAVED = "Draft saved. {readers}"
SCHEDULED = "Draft saved. It will be published on {moment}. {readers}"
UNCHANGED = "Saved. The text is the one that readers see, so there is no draft."
LIVE = "Readers still see the live text."
NOT_LIVE = "Readers do not see this page yet."


REVIEWS: Choices = {
    "overdue": ("Overdue", lambda pages: pages.filter(next_review__lt=localdate())),
    "soon": (f"Due in {settings.GUIDANCE_DUE_SOON_DAYS} days", lambda p: p.due_soon(localdate())),
}


class SectionFilter(admin.SimpleListFilter):
    title = "section"
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        tops = Page.objects.filter(parent=None, children__isnull=False).order_by("order", "path")
        return [(page.path, str(page)) for page in tops.distinct().select_related("live")]

    def queryset(self, request: HttpRequest, queryset: PageQuerySet) -> PageQuerySet:
        section = self.value()
        return queryset.in_section(section) if section else queryset


@admin.register(Page)
class PageAdmin(
    OneByOneMixin,
    GuardedMixin,
    NoRelatedButtonsMixin,
    WithEditor,
    DeskMixin,
    TransferMixin,
    ApprovalMixin,
    HistoryMixin,
    admin.ModelAdmin,
):
    form = PageForm
    inlines = [PageResourceInline]
    actions = ["withdraw_pages"]
    list_display = ("title", "address", "state", "reviewed", "due", "owner")
    list_filter = (
        filter_by("review", REVIEWS),
        SectionFilter,
        ("owner", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("live", "draft", "owner")
    search_fields = ("live__title", "live__summary", "path")
    change_form_template = "admin/guidance/page/change_form.html"
    fieldsets = (
        (
            "Text",
            {
                "description": "You change a draft. Readers see it once it is published.",
                "fields": ("title", "summary", "body", "based_on", "note"),
            },
        ),
        ("Publishing the draft", {"fields": ("is_major", "change_note", "publish_at")}),
        (
            "Stewardship",
            {
                "description": "Everything below takes effect as soon as you save.",
                "fields": STEWARDSHIP,
            },
        ),
        ("Place in the guidance", {"fields": PLACE}),
    )

    reviewed = column("last_reviewed", "reviewed")

    addresses: Addresses = (
        ("<int:page_id>/discard/", "page_discard", True),
        ("<int:page_id>/reviewed/", "page_reviewed", True),
    )

    @admin.display(description="title", ordering="live__title")
    def title(self, page: Page) -> str:
        return str(page)

    @admin.display(description="address", ordering="path")
    def address(self, page: Page) -> str:
        if page.live is None:
            return f"/{page.path}/ (not on the site)"
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())

    @admin.display(description="text")
    def state(self, page: Page) -> str:
        if page.draft is None:
            return "Live" if page.live else "Off the site"
        if page.draft.publish_at:
            return f"Draft, to be published {written(page.draft.publish_at)}"
        return "Live, with a draft" if page.live else "Draft"

    @admin.display(description="next review", ordering="next_review")
    def due(self, page: Page) -> str:
        day = date_format(page.next_review)
        late = '{} <span data-status="overdue">(overdue)</span>'
        return format_html(late, day) if page.is_overdue() else day

    def save_model(self, request: UserRequest, obj: Page, form: PageForm, change: bool) -> None:
        """Save the page in its place; `save_related` saves its words."""
        place(obj, parent=obj.parent, slug=obj.slug)
        index.update(obj)

    def save_related(
        self, request: UserRequest, form: PageForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        page, typed = form.instance, form.data.get("body", "")
        for advice in repaired(typed, sanitise(typed))[:MOST_WARNINGS]:
            place = f" “{advice.excerpt}”" if advice.excerpt else ""
            said = f"{advice.sentence} {REPAIRS[advice.rule]}{place}"
            self.message_user(request, said, messages.WARNING)
        save_draft(page, author=request.user, **form.words(), **form.publication())
        said = _what_was_saved(page)
        if form.publishes_now and page.draft:
            publish_draft(page, by=request.user)
            said = PUBLISHED
        self.message_user(request, said, messages.SUCCESS)

    def response_change(self, request: HttpRequest, obj: Page, *_: Any) -> HttpResponse:
        """Redirect to the preview or the form; `save_related` has added the message."""
        newest = obj.draft_id or obj.live_id
        if "_preview" in request.POST and newest:
            return redirect("admin:guidance_page_preview", obj.pk, newest)
        return redirect("admin:guidance_page_change", obj.pk)

    response_add = response_change  # type: ignore[assignment]

    def delete_model(self, request: UserRequest, obj: Page) -> None:
        remove(obj)

    def stays(self, row: Page) -> bool:
        """Whether a page must not be deleted: it came with the portal or is in FIXED."""
        return row.loaded_from is not None or row.path in FIXED

    @admin.action(description="Take off the site", permissions=["change"])
    def withdraw_pages(self, request: UserRequest, pages: QuerySet[Page]) -> None:
        """Take the selected pages off the site, with an error for each that must stay."""
        done = 0
        for page in pages:
            try:
                withdraw(page)
                done += 1
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
        if done:
            self.message_user(request, WITHDRAWN, messages.SUCCESS)

    def render_change_form(
        self, request: UserRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        body = form.data.get("body", "") if form.is_bound else form.initial.get("body", "")
        context |= {
            "advice": advise(sanitise(html_with_facts(body))),
            "facts": shown_facts(body),
            "link_form": LinkForm(auto_id="approval_%s"),
            "approval_links": links_of(kwargs["obj"]) if kwargs.get("obj") else (),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    @transaction.atomic
    def discard_view(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = self.page_to_change(request, page_id, lock=True)
        if page.draft:
            discard_draft(page)
            self.log_change(request, page, "Discarded the draft.")
        return self.back_to(request, page, DISCARDED)

    @transaction.atomic
    def reviewed_view(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = self.page_to_change(request, page_id, lock=True)
        if page.live is None:
            return self.back_to(request, page, NOTHING_TO_REVIEW.format(page=page), messages.ERROR)
        move_review(page, on=localdate())
        self.log_change(request, page, "Reviewed, nothing to change.")
        said = REVIEWED.format(page=page, day=date_format(page.next_review))
        if "desk" in request.POST:
            return answered(request, said, "admin:guidance_desk")
        return self.back_to(request, page, said)


def _what_was_saved(page: Page) -> str:
    readers = LIVE if page.live else NOT_LIVE
    if page.draft is None:
        return UNCHANGED
    if page.draft.publish_at:
        return SCHEDULED.format(moment=written(page.draft.publish_at), readers=readers)
    return SAVED.format(readers=readers)
