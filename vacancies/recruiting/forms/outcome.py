"""Forms of the outcome of a vacancy and of each channel: numbers only."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localdate

from kls_portal.forms import DateInputField, FieldOptions
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.posts.forms.sensitive_text import HINT, OfVacancy
from vacancies.recruiting.models.advert import MOST_PEOPLE, MOST_VIEWS, ChannelOutcome, Outcome
from vacancies.recruiting.rules.outcome import out_of_order

EMPTY = "Leave anything you do not know empty."
_BOX = forms.TextInput(attrs={"inputmode": "numeric"})


class CountField(forms.IntegerField):
    """A number of people or views, from 0."""

    def __init__(self, *, label: str, most: int = MOST_PEOPLE, **kwargs: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            min_value=0,
            max_value=most,
            widget=_BOX,
            **kwargs,
        )


_NUMBERS = ("views", "applications", "shortlisted", "offered", "accepted")
_NARROW = dict.fromkeys(_NUMBERS, FieldOptions(width=5, optional=False))


class _InOrder(ConcurrentEditForm):
    """A form of numbers, each of which is a part of the previous one."""

    views = CountField(label="Views of the advert", most=MOST_VIEWS, help_text=EMPTY)
    applications = CountField(label="Applications")
    shortlisted = CountField(label="People shortlisted")
    accepted = CountField(label="People who accepted")

    def clean(self) -> dict[str, Any]:
        """Reject a part larger than the whole."""
        cleaned = super().clean()
        for fault in out_of_order(cleaned):
            if fault.field in self.fields:
                self.add_error(fault.field, fault.sentence)
        return cleaned


class OutcomeForm(OfVacancy, _InOrder):
    """The round as a whole."""

    submit_text = "Save the outcome"
    sensitive = ("again",)
    nameless = ("again",)
    field_options = {
        "filled_on": FieldOptions(optional=False, name="day it was filled"),
        **_NARROW,
        "again": FieldOptions(count=True, optional=False, name="what you would do again"),
    }

    offered = CountField(label="People offered the post")

    class Meta:
        model = Outcome
        fields = ("filled_on", *_NUMBERS, "again")
        field_classes = {"filled_on": DateInputField}
        labels = {
            "filled_on": "When was the post filled?",
            "again": "What would you do again, and what would you change?",
        }
        help_texts = {
            "filled_on": "The day someone accepted. Leave it empty if nobody has yet.",
            "again": f"About channels, texts and dates, never about a person. {HINT}",
        }
        widgets = {"again": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today, stored = localdate(), self.instance.filled_on
        self.fields["filled_on"].latest = max(today, stored or today)

    def clean(self) -> dict[str, Any]:
        """Reject a filled date before the opening of the advert."""
        cleaned = super().clean()
        filled, opened = cleaned.get("filled_on"), self.instance.vacancy.opens_on
        if filled and opened and filled < opened:
            day = date_format(opened, "j F Y")
            sentence = f"Day it was filled must not be before the advert opened, {day}"
            self.add_error("filled_on", sentence)
        return cleaned


class ChannelOutcomeForm(_InOrder):
    """One channel."""

    submit_text = "Save these numbers"
    field_options = _NARROW

    class Meta:
        model = ChannelOutcome
        fields = tuple(name for name in _NUMBERS if name != "offered")
