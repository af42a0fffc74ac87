"""The form in which an editor changes a page: its text, publication and place."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from guidance.desk.admin.history import state_of
from guidance.pages.services.placing import address_of, check_place
from guidance.pages.services.publishing import FIXED, check_change
from guidance.register.admin.parts import BodyField, MomentField
from guidance.register.services import LEADS_NOWHERE, dead_links
from guidance.texts.models import WORDS, Page, Revision, Words, written
from guidance.texts.rules.text_changes import in_short, text_changes
from kls_portal.accounts.models import User

PUBLISH = "_publish"
AT_ONCE = "_publish_at_once"
"""The button for publishing at once despite the time that is set."""
PLACE = ("parent", "slug", "order", "group", "search_words")
PUBLICATION = ("note", "is_major", "change_note", "publish_at")
STEWARDSHIP = ("owner", "deputy", "last_reviewed", "next_review", "review_months", "unpublish_at")
# Possible owners and deputies: active users with access to the admin.
EDITING = Q(is_staff=True, is_active=True)
CHANGED = (
    "Someone changed this page while you were editing it, so nothing was saved. Their text and"
    " the differences are shown below, and yours is still in the form. Save again to put yours in"
    " its place."
)
WITHDRAWN = (
    "Someone took this page off the site while you were editing it, so nothing was saved."
    " Your text is still in the form. Save again to keep it as a draft."
)

WHEN = (
    "This text is to be published on {moment}. Nothing is saved yet. Select “Save draft” to keep"
    " that time, or “Publish now all the same” to publish it at once."
)

# (earlier field, later field, error message if they are not in this order)
ORDERED = (
    ("last_reviewed", "next_review", "The next review must be after the last one."),
    ("publish_at", "unpublish_at", "The page must be published before it is taken off the site."),
)


_LINE = forms.TextInput(attrs={"class": "vTextField"})
_TEXT = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})


def _of_revision(name: str, **options: Any) -> Any:
    """Return the field of the form for a column of a revision, with its length and its label."""
    column: Any = Revision._meta.get_field(name)
    return column.formfield(**options)


class PageForm(forms.ModelForm):
    """A page and its draft in one form. Saving makes a draft; see `PageAdmin`.

    `version_token` identifies the state that the form was made from. If the stored state differs,
    nothing is saved: `concurrent_edit` holds it for comparison, and the redisplayed form has its
    token, so that saving again is deliberate. `asks_when` is the question to an editor who
    publishes a scheduled text at once.
    """

    fields: dict[str, Any]
    data: Any
    concurrent_edit: dict[str, Any] | None = None
    asks_when: str = ""

    title = _of_revision("title", widget=_LINE)
    summary = _of_revision(
        "summary",
        widget=_TEXT,
        help_text="One or two sentences, shown beneath the title, in lists and in search.",
    )
    body = BodyField()
    based_on = _of_revision(
        "based_on", widget=_TEXT, help_text="The sources, with a semicolon between them."
    )
    note = _of_revision(
        "note",
        label="What you changed",
        widget=_LINE,
        help_text="For other editors. It is shown in the history of the page.",
    )
    is_major = _of_revision(
        "is_major",
        label="This is a major change",
        help_text="Readers are told, and the page counts as reviewed on the day it is published.",
    )
    change_note = _of_revision(
        "change_note",
        widget=_TEXT,
        help_text="Public. A major change needs it, such as “The fee for checks has changed.”",
    )
    publish_at = MomentField(
        label="Publish at",
        help_text="Leave empty to keep a draft until someone publishes it.",
    )
    unpublish_at = MomentField(
        label="Take off the site at", help_text="Leave empty for a page that stays."
    )
    version_token = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Page
        fields = (*PLACE, *STEWARDSHIP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.instance
        revision = page.draft or page.live or (page.pk and page.revisions.first())
        if revision:
            self.initial.update(revision.words())
        if page.draft:
            self.initial.update({name: getattr(page.draft, name) for name in PUBLICATION})
        self.initial["version_token"] = state_of(page)
        if "parent" in self.fields:
            self.fields["parent"].queryset = Page.objects.select_related("live", "draft")
            self.fields["parent"].label_from_instance = lambda page: f"{page} – /{page.path}/"
        for name in {"owner", "deputy"} & self.fields.keys():
            kept = Q(pk=getattr(page, f"{name}_id"))
            self.fields[name].queryset = User.objects.filter(EDITING | kept)

    def words(self) -> Words:
        """Return the submitted words, "" for an invalid field."""
        return cast(Words, {name: self.cleaned_data.get(name, "") for name in WORDS})

    def publication(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PUBLICATION}

    @property
    def publishes_now(self) -> bool:
        return PUBLISH in self.data or AT_ONCE in self.data

    def clean_last_reviewed(self) -> date:
        reviewed = self.cleaned_data["last_reviewed"]
        if "last_reviewed" in self.changed_data and reviewed > timezone.localdate():
            raise ValidationError(
                "The last review cannot be after today. Enter the day it was.", code="to-come"
            )
        return reviewed

    def clean_publish_at(self) -> datetime | None:
        """Refuse a past time, and ask about a future one if the editor publishes at once."""
        moment = self.cleaned_data["publish_at"]
        to_come = moment and moment > timezone.now()
        if self.publishes_now and (not to_come or AT_ONCE in self.data):
            return None
        if self.publishes_now and moment:
            self.asks_when = WHEN.format(moment=written(moment))
            raise ValidationError(self.asks_when, code="has-a-time")
        if moment and not to_come:
            raise ValidationError(
                "This time has passed. Choose a later one, or leave it empty and publish now.",
                code="past",
            )
        return moment

    def clean_unpublish_at(self) -> datetime | None:
        moment = self.cleaned_data["unpublish_at"]
        if moment and self.instance.path in FIXED:
            raise ValidationError(
                "Every page of the site links to this one. It has to stay.", code="fixed"
            )
        if moment and "unpublish_at" in self.changed_data and moment <= timezone.now():
            raise ValidationError("This time has passed. Choose a later one.", code="past")
        return moment

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._check_concurrent_edit(cleaned)
        if "slug" in cleaned and "parent" in cleaned:
            self._check(
                check_place, page=self.instance, parent=cleaned["parent"], slug=cleaned["slug"]
            )
        self._check_links(cleaned)
        if "change_note" in cleaned:
            is_major, note = cleaned["is_major"], cleaned["change_note"]
            self._check(check_change, is_major=is_major, change_note=note)
        for first, second, fault in ORDERED:
            start, end = cleaned.get(first), cleaned.get(second)
            if start and end and end <= start:
                self.add_error(second, ValidationError(fault, code="out-of-order"))
        return cleaned

    def _check_concurrent_edit(self, cleaned: dict[str, Any]) -> None:
        if not self.instance.pk:
            return
        stored = Page.objects.select_related("live", "draft").get(pk=self.instance.pk)
        state = state_of(stored)
        if cleaned.get("version_token", "") == state:
            return
        revision = stored.draft or stored.live
        self.concurrent_edit = {
            "page": stored,
            "revision": revision,
            "is_draft": revision is not None and revision == stored.draft,
            "changes": in_short(text_changes(revision.words(), self.words())) if revision else [],
        }
        self.data = self.data.copy()
        self.data[self.add_prefix("version_token")] = state
        said = (CHANGED, "changed-meanwhile") if revision else (WITHDRAWN, "withdrawn-meanwhile")
        self.add_error(None, ValidationError(said[0], code=said[1]))

    def _check(self, check: Callable[..., None], **values: Any) -> None:
        try:
            check(**values)
        except ValidationError as error:
            self.add_error(None, error)

    def _check_links(self, cleaned: dict[str, Any]) -> None:
        own = address_of(cleaned.get("parent"), cleaned.get("slug", ""))
        for link in dead_links(cleaned.get("body", ""), own):
            self.add_error("body", ValidationError(LEADS_NOWHERE.format(link), code="dead-link"))
