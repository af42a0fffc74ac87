"""The form of one question of a decision."""

from collections.abc import Mapping
from typing import Any

from django import forms

from guidance.decisions.rules import Step
from kls_portal.forms import FieldOptions, QueryForm

ASKED = "asked"


class QuestionForm(QueryForm):
    """The next question. `given`, the answers to others by code, stay in the query string."""

    submit_text = "Continue"

    def __init__(self, step: Step, given: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, value in {**given, ASKED: step.code}.items():
            self.fields[name] = forms.CharField(
                widget=forms.HiddenInput(), initial=value, required=False
            )
        self.fields[step.code] = forms.ChoiceField(
            label=step.text,
            widget=forms.RadioSelect(),
            choices=[(answer.code, answer.text) for answer in step.answers],
            error_messages={"required": "Choose an answer", "invalid_choice": "Choose an answer"},
        )
        self.field_options = {step.code: FieldOptions(size="m", name="an answer")}
