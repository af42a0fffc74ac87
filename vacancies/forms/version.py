"""Freezing a draft, and choosing what to compare a version with."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate

from kls_portal.forms import DateInputField, Look, NhsukForm
from kls_portal.forms.careful import refuse_personal_data
from kls_portal.forms.once import OnceField
from vacancies.models import DraftVersion

LONGEST_AGO = timedelta(days=366 * 20)
"""A version agreed longer ago than this is a slip of the pen (our own measure)."""


class FreezeForm(NhsukForm):
    """Whom a version was agreed with, and a note about it."""

    submit_text = "Freeze this draft"
    look = {
        "agreed_with": Look(name="whom you agreed it with"),
        "agreed_on": Look(optional=False, name="the date of agreement"),
        "note": Look(name="the note"),
    }

    agreed_with = forms.CharField(
        label="Who agreed it?",
        max_length=200,
        required=False,
        help_text="Job titles, not names. For example, head of service and HR business partner.",
    )
    agreed_on = DateInputField(
        label="When was it agreed?",
        required=False,
        initial=localdate,
        help_text="Today or earlier. It is kept only with who agreed it.",
    )
    note = forms.CharField(
        label="Note",
        max_length=500,
        required=False,
        help_text="For example, sent to the matching panel.",
    )
    key = OnceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed_on"].latest = localdate()
        self.fields["agreed_on"].earliest = localdate() - LONGEST_AGO

    def clean(self) -> dict[str, Any]:
        """A date without anybody who agreed says nothing; without a date, it was today."""
        cleaned = super().clean()
        if not cleaned.get("agreed_with"):
            cleaned["agreed_on"] = None
        elif "agreed_on" not in self.errors:
            cleaned["agreed_on"] = cleaned.get("agreed_on") or localdate()
        return cleaned

    def clean_agreed_with(self) -> str:
        return refuse_personal_data(self.cleaned_data["agreed_with"], posts=True)

    def clean_note(self) -> str:
        return refuse_personal_data(self.cleaned_data["note"])


class CompareForm(NhsukForm):
    """What to compare a version with: the draft now, or another version."""

    form_method = "get"
    mark_optional = False
    form_tag = False

    to = forms.ChoiceField(
        label="Compare it with",
        required=False,
        error_messages={"invalid_choice": "Choose the draft now or a version from the list"},
    )

    def __init__(self, *args: Any, others: list[DraftVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(version.number): version for version in others}
        names = [(number, f"Version {number}") for number in self.others]
        self.fields["to"].choices = [("", "The draft now"), *names]

    @property
    def chosen(self) -> DraftVersion | None:
        """Return the version chosen, or None for the draft now. Ask a valid form only."""
        return self.others.get(self.cleaned_data["to"])
