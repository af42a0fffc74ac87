"""One criterion of the person specification."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kls_portal.forms import Look, NhsukForm
from kls_portal.forms.once import OnceField
from kls_portal.forms.seen import SeenForm
from vacancies.forms.careful import OfVacancy
from vacancies.forms.rows import GroupedRowsField
from vacancies.models import Criterion, Duty, Vacancy
from vacancies.models.criterion import LONGEST_CRITERION

ESSENTIAL_HINTS = {
    "True": "Needed on day one. People without it are not shortlisted.",
    "False": "Helpful, or can be learned in the job.",
}
DUTY_GONE = "A duty you ticked is not there any more. Check the duties and send this again"


def _yes(value: Any) -> bool:
    return str(value) == "True"


class _CriterionFields(OfVacancy, forms.Form):
    """What is asked of every criterion."""

    nameless = ("text",)

    text = forms.CharField(
        label="Criterion",
        max_length=LONGEST_CRITERION,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Say what the person can do. Add “or equivalent experience” to a qualification.",
    )
    category = forms.ChoiceField(
        label="Category", choices=[("", "Choose a category"), *Criterion.Category.choices]
    )
    essential = forms.TypedChoiceField(
        label="Is it essential or desirable?",
        choices=[("True", "Essential"), ("False", "Desirable")],
        coerce=_yes,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is essential or desirable"},
    )
    assessed_by = forms.MultipleChoiceField(
        label="How will you assess it?",
        choices=Criterion.Method.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    duties = GroupedRowsField(
        Duty.objects.none(),
        label="Which duties need it?",
        required=False,
        error_messages={"invalid_choice": DUTY_GONE},
    )

    fields: dict[str, Any]
    look: Mapping[str, Look] = {
        "text": Look(count=True),
        "essential": Look(hints=ESSENTIAL_HINTS),
        "assessed_by": Look(optional=False),
        "duties": Look(optional=False),
    }

    def __init__(self, *args: Any, vacancy: Vacancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duties"].queryset = vacancy.duties.all()
        if not vacancy.duties.all():
            del self.fields["duties"]


class NewCriterionForm(_CriterionFields, NhsukForm):
    """A criterion to add. `key` makes sure that sending it twice adds it once."""

    submit_text = "Add this criterion"
    key = OnceField()

    def clean(self) -> dict[str, Any]:
        """A vacancy without duties links to none."""
        cleaned = super().clean() or self.cleaned_data
        cleaned.setdefault("duties", [])
        return cleaned


class CriterionForm(_CriterionFields, SeenForm):
    """A criterion to change."""

    submit_text = "Save this criterion"

    class Meta:
        model = Criterion
        fields = ["text", "category", "essential", "assessed_by", "duties"]
