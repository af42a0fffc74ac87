"""The weights of everything that is asked, on one page."""

import hashlib
from typing import Any

from django import forms

from kls_portal.forms import Look, NhsukForm
from vacancies.drafting.sections import shortened
from vacancies.forms.question import WEIGHT_RANGE
from vacancies.models import Vacancy
from vacancies.models.question import MOST_WEIGHT

CHANGED_MEANWHILE = (
    "Questions or weights were changed in another window after you opened this page. "
    "Check them. Save again to keep what you typed."
)


class WeightsForm(NhsukForm):
    """The weights of everything that is asked, on one page. Their sum is advice, not a rule.

    `seen` is the digest of the questions and weights when the page was made: where they changed
    since, nothing is saved once.
    """

    submit_text = "Save the weights"
    form_tag = False

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, vacancy: Vacancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for row in vacancy.questions.all() if row.criterion_id]
        now = repr([(row.pk, row.weight) for row in rows])
        self._digest = hashlib.sha256(now.encode()).hexdigest()[:16]
        self.fields["seen"].initial = self._digest
        self.look = {}
        for row in rows:
            name = f"weight_{row.pk}"
            self.look[name] = Look(width=3, optional=False, name="weight")
            self.fields[name] = forms.IntegerField(
                label=f"{row.get_method_display()}: {shortened(row.text, 80)}",
                min_value=1,
                max_value=MOST_WEIGHT,
                required=False,
                initial=row.weight,
                error_messages={"min_value": WEIGHT_RANGE, "max_value": WEIGHT_RANGE},
            )

    def clean(self) -> dict[str, Any]:
        """Refuse, once, to write over what somebody else saved."""
        cleaned = super().clean()
        if cleaned.get("seen") != self._digest:
            self.add_error(None, CHANGED_MEANWHILE)
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self._digest
        return cleaned

    @property
    def weights(self) -> dict[int, int | None]:
        """The weights typed, by id of question."""
        return {
            int(name.removeprefix("weight_")): value
            for name, value in self.cleaned_data.items()
            if name.startswith("weight_")
        }
