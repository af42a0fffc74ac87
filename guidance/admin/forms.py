"""The form in which an editor changes a page: its place, its stewardship and its words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from guidance.admin.editor import BodyField
from guidance.models import WORDS, Page, Revision
from guidance.sanitise import sanitise
from guidance.services import address_of, check_place, dead_links

MEANWHILE = (
    "Somebody changed this page while you were editing it, so nothing was saved. Their text is"
    " shown below, and yours is still in the form. Save again to put yours in its place."
)
MEANWHILE_WITHDRAWN = (
    "Somebody took this page off the site while you were editing it, so nothing was saved."
    " Save again to bring it back with your text."
)


class DateInput(forms.DateInput):
    """The browser's own date field, which needs no script."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PageForm(forms.ModelForm):
    """A page and its live words as one form. Saving makes a revision; see `PageAdmin`.

    `seen` says which revision was live when the form was made. If another one is by now, nothing
    is saved: `meanwhile` holds it, to be shown beside what was typed, and the form made anew has
    seen it, so that saving again is deliberate.
    """

    meanwhile: Revision | None = None

    title = forms.CharField(max_length=120, widget=forms.TextInput(attrs={"class": "vTextField"}))
    summary = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="One or two sentences, shown beneath the title, in lists and in search.",
    )
    body = BodyField(
        label="Text",
        help_text="Headings start at the second level. The title above is the first.",
    )
    based_on = forms.CharField(
        required=False,
        label="Based on",
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="The sources, with a semicolon between them.",
    )
    note = forms.CharField(
        required=False,
        max_length=200,
        label="What you changed",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="For other editors. It stands in the history of the page.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Page
        fields = ("parent", "slug", "order", "owner", "last_reviewed", "next_review")
        widgets = {"last_reviewed": DateInput(), "next_review": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        revision = self.instance.pk and self.instance.revisions.first()
        if revision:
            self.initial |= {field: getattr(revision, field) for field in WORDS}
        self.initial["seen"] = str(self.instance.live_id or "")
        if "parent" in self.fields:
            self.fields["parent"].queryset = Page.objects.select_related("live")
            self.fields["parent"].label_from_instance = lambda page: f"{page} – /{page.path}/"

    def clean_body(self) -> str:
        """Return clean HTML, or refuse a text without a word."""
        body = sanitise(self.cleaned_data["body"])
        if not body:
            raise ValidationError("Write the text of the page.")
        return body

    def clean_last_reviewed(self) -> date:
        """Refuse a review that has not happened yet. A date that was stored may stay."""
        reviewed = self.cleaned_data["last_reviewed"]
        if "last_reviewed" in self.changed_data and reviewed > timezone.localdate():
            raise ValidationError("The last review cannot be after today. Enter the day it was.")
        return reviewed

    def clean(self) -> dict[str, Any]:
        """Check who else saved, the place in the tree, the links and the review dates."""
        cleaned = super().clean()
        self._check_meanwhile(cleaned)
        self._check_place(cleaned)
        self._check_links(cleaned)
        reviewed, due = cleaned.get("last_reviewed"), cleaned.get("next_review")
        if reviewed and due and due <= reviewed:
            self.add_error("next_review", "The next review must be after the last one.")
        return cleaned

    def _check_meanwhile(self, cleaned: dict[str, Any]) -> None:
        if not self.instance.pk:
            return
        # Locked until the transaction of the request ends: two saves cannot both pass here.
        stored = Page.objects.select_for_update().get(pk=self.instance.pk)
        live = str(stored.live_id or "")
        if cleaned.get("seen", "") == live:
            return
        self.meanwhile = stored.live
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = live
        self.add_error(None, MEANWHILE if stored.live else MEANWHILE_WITHDRAWN)

    def _check_place(self, cleaned: dict[str, Any]) -> None:
        if "slug" in cleaned and "parent" in cleaned:
            try:
                check_place(self.instance, parent=cleaned["parent"], slug=cleaned["slug"])
            except ValidationError as error:
                self.add_error(None, error)

    def _check_links(self, cleaned: dict[str, Any]) -> None:
        """Name the links of the text that lead nowhere. A page may link to itself."""
        own = address_of(cleaned.get("parent"), cleaned.get("slug", ""))
        for link in dead_links(cleaned.get("body", ""), own):
            self.add_error(
                "body",
                f"“{link}” leads nowhere. Correct the address or take the link out. An address on"
                " this site begins with /, any other with https://.",
            )
