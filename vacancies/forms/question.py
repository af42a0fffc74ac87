"""A question, task or presentation."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kls_portal.forms import Look, NhsukForm
from kls_portal.forms.once import OnceField
from kls_portal.forms.seen import SeenForm
from vacancies.drafting.sections import shortened
from vacancies.forms.careful import OfVacancy
from vacancies.forms.rows import OneRowField
from vacancies.models import Criterion, Question, Vacancy
from vacancies.models.question import (
    ASKED,
    LONGEST_MARK,
    LONGEST_NOTE,
    LONGEST_QUESTION,
    LONGEST_ROLE,
    MOST_MINUTES,
    MOST_WEIGHT,
    Method,
)

CRITERION_GONE = "That criterion is not there any more. Choose another one"
WEIGHT_RANGE = f"Weight must be between 1 and {MOST_WEIGHT}"
MINUTES_RANGE = f"Minutes must be between 1 and {MOST_MINUTES}"
A_LINE_EACH = "Write one on each line."
TEXT_LABELS = {
    Method.INTERVIEW: "Question",
    Method.TASK: "What does the candidate do?",
    Method.PRESENTATION: "What is the presentation about?",
}
ONLY_INTERVIEW = ("follow_ups", "in_advance")
NOT_INTERVIEW = ("shows", "prepare")


class CriterionChoice(OneRowField):
    """One criterion of the vacancy, in the words of the person specification."""

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
        """Return its words, short enough for a list, and whether it is desirable."""
        kind = "" if criterion.essential else " (desirable)"
        return f"{shortened(criterion.text, 80)}{kind}"


class QuestionStartForm(NhsukForm):
    """What to test and how, before the question itself. It is sent by GET."""

    form_method = "get"
    submit_text = "Continue"

    criterion = CriterionChoice()
    method = forms.ChoiceField(
        label="How will you ask it?",
        choices=[(method.value, method.label) for method in ASKED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you will ask it"},
    )

    def __init__(self, *args: Any, vacancy: Vacancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = vacancy.criteria.all()


class _QuestionFields(OfVacancy, forms.Form):
    """What is asked of every question; `method` decides which fields there are."""

    posts = ("asked_by",)

    criterion = CriterionChoice()
    text = forms.CharField(max_length=LONGEST_QUESTION, widget=forms.Textarea(attrs={"rows": 4}))
    follow_ups = forms.CharField(
        label="Follow-up questions",
        max_length=LONGEST_NOTE,
        required=False,
        help_text=A_LINE_EACH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    shows = forms.CharField(label="What does it show?", max_length=LONGEST_MARK, required=False)
    prepare = forms.CharField(
        label="What must be prepared?",
        max_length=LONGEST_NOTE,
        required=False,
        help_text=A_LINE_EACH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    adjustments = forms.CharField(
        label="Which adjustments will you offer?",
        max_length=LONGEST_NOTE,
        required=False,
        help_text=f"{A_LINE_EACH} Ask everybody what they need when you invite them.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    one = forms.CharField(
        label="What does a score of 1 look like?",
        max_length=LONGEST_MARK,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    three = forms.CharField(
        label="What does a score of 3 look like?",
        max_length=LONGEST_MARK,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    five = forms.CharField(
        label="What does a score of 5 look like?",
        max_length=LONGEST_MARK,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    weight = forms.IntegerField(
        label="Weight",
        min_value=1,
        max_value=MOST_WEIGHT,
        required=False,
        help_text="All weights together make 100.",
        error_messages={"min_value": WEIGHT_RANGE, "max_value": WEIGHT_RANGE},
    )
    minutes = forms.IntegerField(
        label="How long does it take?",
        min_value=1,
        max_value=MOST_MINUTES,
        required=False,
        error_messages={"min_value": MINUTES_RANGE, "max_value": MINUTES_RANGE},
    )
    asked_by = forms.CharField(
        label="Who asks it?",
        max_length=LONGEST_ROLE,
        required=False,
        help_text="Give a role such as “Chair”, not a name.",
    )
    in_advance = forms.BooleanField(
        label="Send it to candidates beforehand", required=False, initial=True
    )

    fields: dict[str, Any]
    look: Mapping[str, Look] = {
        "text": Look(count=True),
        "follow_ups": Look(optional=False, count=True, threshold=75),
        "shows": Look(optional=False, name="what it shows"),
        "prepare": Look(optional=False, name="what must be prepared"),
        "adjustments": Look(optional=False, name="adjustments"),
        "one": Look(optional=False, name="what 1 looks like"),
        "three": Look(optional=False, name="what 3 looks like"),
        "five": Look(optional=False, name="what 5 looks like"),
        "weight": Look(width=3, optional=False),
        "minutes": Look(width=3, suffix="minutes", optional=False, name="minutes"),
        "asked_by": Look(width=20, optional=False, name="who asks it"),
    }

    def __init__(self, *args: Any, vacancy: Vacancy, method: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = vacancy.criteria.all()
        self.fields["text"].label = TEXT_LABELS[Method(method)]
        self.look = {**self.look, "text": Look(count=True, name="question or task")}
        for name in NOT_INTERVIEW if method == Method.INTERVIEW else ONLY_INTERVIEW:
            del self.fields[name]


class NewQuestionForm(_QuestionFields, NhsukForm):
    """A question or task to add. `key` makes sure that sending it twice adds it once."""

    submit_text = "Add this"
    key = OnceField()


class QuestionForm(_QuestionFields, SeenForm):
    """A question or task to change. One that lost its criterion gets another here."""

    submit_text = "Save this"

    class Meta:
        model = Question
        fields = [
            "criterion",
            "text",
            "follow_ups",
            "shows",
            "prepare",
            "adjustments",
            "one",
            "three",
            "five",
            "weight",
            "minutes",
            "asked_by",
            "in_advance",
        ]
