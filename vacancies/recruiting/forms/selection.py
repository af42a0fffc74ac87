"""Forms of a question, its weight and the packs."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm, QueryForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm, ConcurrentEditMixin
from kls_portal.idempotency import IdempotencyKeyField, day_key
from vacancies.drafting.models.draft import Criterion
from vacancies.drafting.rules.draft import INTERVIEW, METHODS, PRESENTATION, TASK
from vacancies.drafting.rules.sections import shortened
from vacancies.posts.forms.fields import LongTextField, OfVacancy, RowsField, WholeNumberField
from vacancies.posts.models import Vacancy
from vacancies.recruiting.models import selection
from vacancies.recruiting.rules.question_choice import FILLS
from vacancies.recruiting.rules.selection_plan import ASKED, WORDS

CRITERION_GONE = "That criterion is no longer there. Choose another one"
A_LINE_EACH = "Write one on each line."
TEXT_LABELS = {
    INTERVIEW: "Question",
    TASK: "What does the candidate do?",
    PRESENTATION: "What is the presentation about?",
}
ONLY_INTERVIEW = ("follow_ups", "in_advance")
NOT_INTERVIEW = ("shows", "prepare")


class CriterionChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Criterion.objects.none(),
            label="Which criterion does it test?",
            empty_label="Choose a criterion",
            error_messages={
                "required": "Choose the criterion that it tests",
                "invalid_choice": CRITERION_GONE,
            },
            **kwargs,
        )

    def label_from_instance(self, criterion: Criterion) -> str:
        kind = "" if criterion.essential else " (desirable)"
        return f"{shortened(criterion.text, 80)}{kind}"


class FurtherCriteria(RowsField):
    def label_from_instance(self, criterion: Criterion) -> str:
        """Return the criterion's text, whole, as two boxes may begin alike."""
        return criterion.text


class QuestionStartForm(QueryForm):
    """What to test and how, chosen before entering the question; sent by GET."""

    submit_text = "Continue"

    criterion = CriterionChoice()
    method = forms.ChoiceField(
        label="How will you ask it?",
        choices=[(one, METHODS[one]) for one in ASKED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you will ask it"},
    )

    def __init__(self, *args: Any, vacancy: Vacancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = vacancy.criteria.all()


WEIGHT = FieldOptions(width=3, name="weight")
ROLE = FieldOptions(width=20, name="who asks it")
_box = partial(LongTextField, most=selection.LONGEST_NOTE, required=False)


class _QuestionFields(OfVacancy, forms.Form):
    posts = ("asked_by",)
    mark_optional = False

    criterion = CriterionChoice()
    also = FurtherCriteria(
        Criterion.objects.none(),
        label="Which other criteria does it test?",
        required=False,
        help_text=f"{FILLS}, so most test two or three criteria.",
        error_messages={"invalid_choice": CRITERION_GONE},
    )
    text = LongTextField(most=selection.LONGEST_QUESTION, rows=4)
    follow_ups = _box("Follow-up questions", help_text=A_LINE_EACH)
    shows = forms.CharField(
        label="What does it show?", max_length=selection.LONGEST_MARK, required=False
    )
    prepare = _box("What must be prepared?", help_text=A_LINE_EACH)
    adjustments = _box(
        "Which adjustments will you offer?",
        help_text=f"{A_LINE_EACH} Ask everyone what they need when you invite them.",
    )
    one, three, five = (
        _box(f"What does a score of {score} look like?", most=selection.LONGEST_MARK, rows=2)
        for score in (1, 3, 5)
    )
    weight = WholeNumberField(
        "Weight",
        most=selection.MOST_WEIGHT,
        help_text="All the weights should add up to 100.",
    )
    minutes = WholeNumberField("How long does it take?", most=selection.MOST_MINUTES)
    asked_by = forms.CharField(
        label="Who asks it?",
        max_length=selection.LONGEST_ROLE,
        required=False,
        help_text="Give a role such as “Chair”, not a name.",
    )
    in_advance = forms.BooleanField(
        label="Send it to candidates beforehand", required=False, initial=True
    )

    fields: dict[str, Any]
    field_options: Mapping[str, FieldOptions] = {
        "text": FieldOptions(count=True, name="question or task"),
        "follow_ups": FieldOptions(count=True),
        "shows": FieldOptions(name="what it shows"),
        "prepare": FieldOptions(name="what must be prepared"),
        "adjustments": FieldOptions(name="adjustments"),
        "one": FieldOptions(name="what 1 looks like"),
        "three": FieldOptions(name="what 3 looks like"),
        "five": FieldOptions(name="what 5 looks like"),
        "weight": FieldOptions(width=3),
        "minutes": FieldOptions(width=3, suffix="minutes", name="minutes"),
        "asked_by": ROLE,
    }

    def __init__(self, *args: Any, vacancy: Vacancy, method: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = vacancy.criteria.all()
        self.fields["also"].queryset = vacancy.criteria.all()
        self.fields["text"].label = TEXT_LABELS[method]
        for name in NOT_INTERVIEW if method == INTERVIEW else ONLY_INTERVIEW:
            del self.fields[name]


class NewQuestionForm(_QuestionFields, NhsukForm):
    """A question or task to add. `key` ensures that submitting twice adds it once."""

    submit_text = "Add this"
    key = IdempotencyKeyField(initial=day_key)


class QuestionForm(_QuestionFields, ConcurrentEditForm):
    """A question or task to change, including a new criterion if the old one was removed."""

    form_tag = False

    class Meta:
        model = selection.Question
        fields = list(_QuestionFields.base_fields)


class WeightsForm(ConcurrentEditMixin, OfVacancy, NhsukForm):
    """The weights of all questions and tasks on one page, and who asks each.

    A total of 100 is advice, not a rule. shared: leaves the weights out, to share 100 equally.
    """

    submit_text = "Save this"
    form_tag = mark_optional = False

    def __init__(self, *args: Any, vacancy: Vacancy, shared: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = [row for row in vacancy.questions.all() if row.criterion_id]
        self.posts = tuple(f"asked_by_{row.pk}" for row in self.rows)
        stored: dict[str, Any] = {}
        options: dict[str, FieldOptions] = {}
        for row in self.rows:
            name = f"{WORDS[row.method]} {row.number}"
            weight, asked_by = f"weight_{row.pk}", f"asked_by_{row.pk}"
            label = f"Weight of {name}: {shortened(row.text, 80)}"
            self.fields[weight] = WholeNumberField(label, most=selection.MOST_WEIGHT)
            self.fields[asked_by] = forms.CharField(
                label=f"Who asks {name}?", max_length=selection.LONGEST_ROLE, required=False
            )
            stored |= {weight: row.weight, asked_by: row.asked_by}
            options |= {weight: WEIGHT, asked_by: ROLE}
        self.field_options = options
        self.initial = {**self.initial, **stored}
        self.remember(stored)
        for row in self.rows if shared else ():
            del self.fields[f"weight_{row.pk}"]

    def values(self, name: str) -> dict[int, Any]:
        """Return the values entered of a field ("weight" or "asked_by"), by question id."""
        return {row.pk: self.cleaned_data[f"{name}_{row.pk}"] for row in self.rows}


MOST, USUAL = 60, 10
RANGE = f"Applications must be between 1 and {MOST}"


class PacksForm(QueryForm):
    """The number of candidates that the shortlisting grid has room for; sent by GET."""

    submit_text = "Make the grid for this number"

    candidates = forms.IntegerField(
        label="How many applications are there?",
        min_value=1,
        max_value=MOST,
        initial=USUAL,
        help_text="Candidates get numbers from 1. Keep names out of the grid.",
        error_messages=dict.fromkeys(("min_value", "max_value"), RANGE),
    )
    field_options = {"candidates": FieldOptions(width=3, name="how many applications there are")}

    @property
    def number(self) -> int:
        """Return the number entered, or the default if it is missing or invalid."""
        valid = self.is_bound and self.is_valid()
        return self.cleaned_data["candidates"] if valid else USUAL


class ProposalsForm(forms.Form):
    """The proposals ticked on their page, which draws the boxes itself; any value is allowed.

    every: what a button sends for all boxes of its kind, their values with spaces between them.
    """

    take = forms.Field(widget=forms.SelectMultiple, required=False)
    every = forms.CharField(required=False)

    @property
    def values(self) -> set[str]:
        """Return the values of what was ticked, and of the kind that was accepted whole."""
        return {*self.cleaned_data["take"], *self.cleaned_data["every"].split()}

    def clean(self) -> dict[str, Any]:
        """Require a tick or a kind."""
        cleaned = super().clean() or {}
        if "every" in cleaned and not self.values:
            self.add_error("take", "Tick what you want to accept")
        return cleaned
