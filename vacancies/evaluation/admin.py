"""Admin of published texts for the check of copied wording, kept only as hashes."""

from typing import Any

from django import forms
from django.contrib import admin

from kls_portal.published import PublishedAdmin
from vacancies.evaluation.models import PublishedText
from vacancies.evaluation.rules.copied_wording import RUN, hashed_runs

LONGEST_TEXT = 500_000
TOO_SHORT = f"The text has fewer than {RUN} words, so there is nothing to look for."


class PublishedTextForm(forms.ModelForm):
    """The name and the text, which is hashed on saving and not stored."""

    text = forms.CharField(
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 20, "autocomplete": "off"}),
        help_text=f"Only hashes of its runs of {RUN} words are stored. The text is not.",
    )

    class Meta:
        model = PublishedText
        fields = ["name", "source", "read_on", "text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["text"].required = False
            self.fields["text"].help_text += " Leave it empty to keep the hashes as they are."

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if text and not hashed_runs(text):
            raise forms.ValidationError(TOO_SHORT)
        return text

    def save(self, commit: bool = True) -> PublishedText:
        if text := self.cleaned_data["text"]:
            self.instance.runs = list(dict.fromkeys(hashed_runs(text)))
        return super().save(commit)


@admin.register(PublishedText)
class PublishedTextAdmin(PublishedAdmin):
    form = PublishedTextForm
    list_display = ["name", "source", "read_on", "number_of_runs"]
    search_fields = ["name", "source"]
    readonly_fields = ["number_of_runs"]
    fields = ["name", "source", "read_on", "text", "number_of_runs"]

    @admin.display(description="runs of words")
    def number_of_runs(self, row: PublishedText) -> int:
        return len(row.runs)
