"""Choosing profiles to see side by side."""

from typing import Any

from django import forms

from kls_portal.forms import Look, NhsukForm
from vacancies.forms.vacancy import labelled
from vacancies.models import Profile

GONE = "That profile is not there. Choose one from the list"
TWICE = "Choose a profile that you have not chosen above"


class _OneProfile(forms.ModelChoiceField):
    """A profile by its code, withdrawn ones too: they may be what an old post was matched to."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(
            queryset=Profile.objects.for_libraries().in_band_order().with_factors(),
            to_field_name="code",
            label=label,
            empty_label="Choose a profile",
            error_messages={"invalid_choice": GONE},
            **kwargs,
        )

    def label_from_instance(self, profile: Profile) -> str:
        """Return band, title and what must stand beside them."""
        return labelled(profile)


class ComparisonForm(NhsukForm):
    """Two or three different profiles. It is sent by GET, so that the page can be passed on."""

    form_tag = False
    look = {"c": Look(name="third profile")}

    a = _OneProfile("First profile")
    b = _OneProfile("Second profile")
    c = _OneProfile("Third profile", required=False)

    def clean(self) -> dict[str, Any]:
        """Each profile is another one."""
        cleaned = super().clean() or self.cleaned_data
        seen: list[Profile] = []
        for name in ("a", "b", "c"):
            profile = cleaned.get(name)
            if profile and profile in seen:
                self.add_error(name, TWICE)
            elif profile:
                seen.append(profile)
        return cleaned

    @property
    def chosen(self) -> list[Profile]:
        """Return the profiles in the order chosen, once the form is valid."""
        return [self.cleaned_data[name] for name in ("a", "b", "c") if self.cleaned_data.get(name)]
