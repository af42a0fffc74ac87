"""How large the shortlisting grid is."""

from django import forms

from kls_portal.forms import Look, NhsukForm

MOST, USUAL = 60, 10
RANGE = f"Applications must be between 1 and {MOST}"


class PacksForm(NhsukForm):
    """How many candidates the shortlisting grid has room for. It is sent by GET."""

    form_method = "get"
    submit_text = "Make the grid for this number"
    mark_optional = False

    candidates = forms.IntegerField(
        label="How many applications are there?",
        min_value=1,
        max_value=MOST,
        initial=USUAL,
        help_text="Candidates get numbers from 1. Keep names out of the grid.",
        error_messages=dict.fromkeys(("min_value", "max_value"), RANGE),
    )
    look = {"candidates": Look(width=3, name="how many applications there are")}

    @property
    def number(self) -> int:
        """The number given, or the usual one where none was given or it is wrong."""
        valid = self.is_bound and self.is_valid()
        return self.cleaned_data["candidates"] if valid else USUAL
