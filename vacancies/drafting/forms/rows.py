"""Forms of a duty and of a criterion."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.forms.idempotency_key import IdempotencyKeyField
from vacancies.drafting.forms.row_set import RowForm, RowSet
from vacancies.drafting.models import (
    LONGEST_CRITERION,
    LONGEST_DUTY,
    LONGEST_GROUP,
    Criterion,
    Duty,
)
from vacancies.drafting.rules.draft import Duty as DraftDuty
from vacancies.drafting.rules.draft import areas
from vacancies.posts.forms.fields import GroupedRowsField
from vacancies.posts.forms.sensitive_text import OfVacancy
from vacancies.posts.models import Vacancy
from vacancies.posts.rules import by_group

GROUPS = "duty-groups"
AREAS = [("", "Not chosen yet"), *((area.slug, area.name) for area in areas())]
SHARE_RANGE = "Share of time must be between 1 and 100"


class DutyRow(RowForm):
    """A duty in its list."""

    one = "duty"
    labels = {
        "text": "{}",
        "group": "Group of {}",
        "share": "Share of {}",
        "area": "Area of {}",
    }
    headings = {"text": "Duty", "group": "Group", "share": "Share, %", "area": "PKSB area"}
    widths = {"share": 3}
    nameless = ("text", "group")

    text = forms.CharField(
        max_length=LONGEST_DUTY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write the duty, or tick it and remove it"},
    )
    group = forms.CharField(
        max_length=LONGEST_GROUP,
        required=False,
        widget=forms.TextInput(attrs={"list": GROUPS, "autocomplete": "off"}),
    )
    share = forms.IntegerField(
        min_value=1,
        max_value=100,
        required=False,
        error_messages={"min_value": SHARE_RANGE, "max_value": SHARE_RANGE},
    )
    area = forms.ChoiceField(choices=AREAS, required=False)

    class Meta:
        model = Duty
        fields = ["text", "group", "share", "area"]

    @staticmethod
    def shown_order(rows: Iterable[Duty]) -> list[Duty]:
        """Return stored duties group after group."""
        return [duty for group in by_group(rows) for duty in group.rows]

    def clean_group(self) -> str:
        """Return the name of the group with single spaces."""
        return " ".join(self.cleaned_data["group"].split())

    def typed(self, number: int) -> DraftDuty:
        """Return the duty as it is typed. number: its id in the draft."""
        given = self.cleaned_data.get
        return DraftDuty(
            number, given("text", ""), given("group", ""), given("share"), given("area", "")
        )


class DutyRows(RowSet):
    """The duties of a vacancy."""

    form = DutyRow

    @property
    def groups(self) -> list[str]:
        """The names of groups that a duty can join."""
        return [group.name for group in by_group(self.stored.values()) if group.name]

    @property
    def sum_of_shares(self) -> int:
        """The shares as they are stored, in per cent."""
        return sum(duty.share or 0 for duty in self.stored.values())


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
    field_options: Mapping[str, FieldOptions] = {
        "text": FieldOptions(count=True),
        "essential": FieldOptions(hints=ESSENTIAL_HINTS),
        "assessed_by": FieldOptions(optional=False),
        "duties": FieldOptions(optional=False),
    }

    def __init__(self, *args: Any, vacancy: Vacancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duties"].queryset = vacancy.duties.all()
        if not vacancy.duties.all():
            del self.fields["duties"]


class NewCriterionForm(_CriterionFields, NhsukForm):
    """A criterion to add. `key` makes sure that sending it twice adds it once."""

    submit_text = "Add this criterion"
    key = IdempotencyKeyField()

    def clean(self) -> dict[str, Any]:
        """A vacancy without duties links to none."""
        cleaned = super().clean() or self.cleaned_data
        cleaned.setdefault("duties", [])
        return cleaned


class CriterionForm(_CriterionFields, ConcurrentEditForm):
    """A criterion to change."""

    submit_text = "Save this criterion"

    class Meta:
        model = Criterion
        fields = ["text", "category", "essential", "assessed_by", "duties"]
