"""The form that adds duties to criteria by their numbers."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kls_portal.forms import NhsukForm
from vacancies.drafting.rules.links import numbers_in

LONGEST_NUMBERS = 500
NO_DUTY = "No duty has the number “{}”. Enter numbers from the list, such as “3, 7”"


class LinksForm(NhsukForm):
    """Numbers of duties to add to each criterion; the duties have the numbers of the page.

    criteria, duties: as they are shown. A valid form says in `cells` what to link.
    """

    numbered = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, criteria: Iterable[Any], duties: Iterable[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["numbered"].initial = ",".join(str(duty.pk) for duty in duties)
        for place, one in enumerate(criteria, start=1):
            self.fields[f"add-{one.pk}"] = forms.CharField(
                label=f"Numbers of duties to add to criterion {place}",
                max_length=LONGEST_NUMBERS,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        duties = cleaned.pop("numbered", "").split(",")
        self.cells = set[str]()
        for name, given in [*cleaned.items()]:
            try:
                numbers = numbers_in(given, len(duties))
            except ValueError as wrong:
                self.add_error(name, NO_DUTY.format(str(wrong)[:20]))
                continue
            criterion = name.removeprefix("add-")
            self.cells |= {f"{criterion}-{duties[number - 1]}" for number in numbers}
        return cleaned
