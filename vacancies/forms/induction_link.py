"""How long the starter's link opens."""

from typing import Any

from django import forms

from kls_portal.forms import NhsukForm

CHOICES = (30, 90, 180)


class LinkForm(NhsukForm):
    """A number of days, never more than the plan itself lasts."""

    submit_text = "Make a link"

    days = forms.TypedChoiceField(
        label="How long does the link open?", coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(number, f"{number} days") for number in CHOICES if number < most]
        choices.append((most, "Until the plan is deleted"))
        self.fields["days"].choices = choices
        self.fields["days"].initial = choices[min(1, len(choices) - 1)][0]
