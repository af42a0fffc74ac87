"""The form in which an editor changes a page: its place, its stewardship and its words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guidance.admin.editor import BodyField
from guidance.models import Page
from guidance.sanitise import sanitise
from guidance.services import check_place

WORDS = ("title", "summary", "body", "based_on")


class DateInput(forms.DateInput):
    """The browser's own date field, which needs no script."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PageForm(forms.ModelForm):
    """A page and its live words as one form. Saving makes a revision; see `PageAdmin`."""

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

    class Meta:
        model = Page
        fields = ("parent", "slug", "order", "owner", "last_reviewed", "next_review")
        widgets = {"last_reviewed": DateInput(), "next_review": DateInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        revision = self.instance.pk and self.instance.revisions.first()
        if revision:
            self.initial |= {field: getattr(revision, field) for field in WORDS}
        if "parent" in self.fields:
            self.fields["parent"].queryset = Page.objects.select_related("live")
            self.fields["parent"].label_from_instance = lambda page: f"{page} – /{page.path}/"

    def clean_body(self) -> str:
        """Return clean HTML, or refuse a text without a word."""
        body = sanitise(self.cleaned_data["body"])
        if not body:
            raise ValidationError("Write the text of the page.")
        return body

    def clean(self) -> dict[str, Any]:
        """Check the place in the tree and the order of the review dates."""
        cleaned = super().clean()
        if "slug" in cleaned and "parent" in cleaned:
            try:
                check_place(self.instance, parent=cleaned["parent"], slug=cleaned["slug"])
            except ValidationError as error:
                self.add_error(None, error)
        reviewed, due = cleaned.get("last_reviewed"), cleaned.get("next_review")
        if reviewed and due and due <= reviewed:
            self.add_error("next_review", "The next review must be after the last one.")
        return cleaned
