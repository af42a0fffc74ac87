"""Forms of a duty and of a criterion."""

from typing import Any

from django import forms

from kls_portal.in_words import counted
from vacancies.drafting.forms.row_set import RowForm, RowSet
from vacancies.drafting.models import draft
from vacancies.drafting.rules.draft import areas, essential_first
from vacancies.posts.forms.fields import LongTextField
from vacancies.posts.rules import by_group, in_groups

GROUPS = "duty-groups"
AREAS = [("", "Not chosen yet"), *areas().items()]


class DutyRow(RowForm):
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
    shown_order = staticmethod(in_groups)

    text = LongTextField(
        most=draft.LONGEST_DUTY,
        error_messages={"required": "Enter the duty, or tick it and remove it"},
    )
    group = forms.CharField(
        max_length=draft.LONGEST_GROUP,
        required=False,
        widget=forms.TextInput(attrs={"list": GROUPS, "autocomplete": "off"}),
    )
    share = forms.IntegerField(min_value=1, max_value=100, required=False)
    area = forms.ChoiceField(choices=AREAS, required=False)

    class Meta:
        model = draft.Duty
        fields = ["text", "group", "share", "area"]

    def clean_group(self) -> str:
        return " ".join(self.cleaned_data["group"].split())


class DutyRows(RowSet):
    section, form = "duties", DutyRow

    @property
    def groups(self) -> list[str]:
        return [group.name for group in by_group(self.stored.values()) if group.name]

    @property
    def shares(self) -> list[int]:
        """The stored shares, as percentages."""
        return [duty.share or 0 for duty in self.stored.values()]

    @property
    def sum_of_shares(self) -> int:
        """The sum of the stored shares."""
        return sum(self.shares)


LEVELS = [("", "Choose"), ("True", "Essential"), ("False", "Desirable")]


class CriterionRow(RowForm):
    one = "criterion"
    labels = {"text": "{}", "category": "Category of {}", "essential": "Level of {}"}
    headings = {"text": "Criterion", "category": "Category", "essential": "Level"}
    nameless = ("text",)
    shown_order = staticmethod(essential_first)

    text = LongTextField(
        most=draft.LONGEST_CRITERION,
        error_messages={"required": "Enter the criterion, or tick it and remove it"},
    )
    category = forms.ChoiceField(
        choices=[("", "Choose"), *draft.Criterion.Category.choices],
        error_messages={"required": "Choose a category"},
    )
    essential = forms.TypedChoiceField(
        choices=LEVELS,
        coerce=lambda value: str(value) == "True",
        error_messages={"required": "Choose whether it is essential or desirable"},
    )

    class Meta:
        model = draft.Criterion
        fields = ["text", "category", "essential"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["essential"] = ""

    @property
    def note(self) -> str:
        if not self.instance.pk:
            return ""
        how = ", ".join(self.instance.methods).lower() or "nothing chosen yet"
        needing = counted(len(self.instance.duties.all()), "duty", "duties")
        return f"Assessed by: {how}. Needed for {needing}."


class CriterionRows(RowSet):
    section, form = "person-specification", CriterionRow


ROW_SETS: dict[str, type[RowSet]] = {one.section: one for one in (DutyRows, CriterionRows)}
"""The forms of the sections that are lists of rows, by slug."""
