"""Forms for reviewers of a frozen version, who have no account."""

from functools import partial
from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.nameless import refuse_personal_data
from vacancies.drafting.models.draft import LONGEST_REVIEW
from vacancies.posts.forms.fields import LongTextField, OfVacancy
from vacancies.posts.rules import LONGEST_LINE

HINT = "Do not name anyone, or write about a candidate."


class ReviewAnswerForm(OfVacancy, NhsukForm):
    """An answer to a question, or a comment on a duty or a criterion."""

    submit_text = "Send it"
    sensitive = nameless = ("text",)
    field_options = {"text": FieldOptions(count=True, name="your answer")}

    text = LongTextField("Your answer", most=LONGEST_REVIEW, rows=5, help_text=HINT)


class AgreementForm(ReviewAnswerForm):
    """Whether a reviewer agrees with the version, and their role, but not their name."""

    field_options = {
        "agrees": FieldOptions(name="whether you agree"),
        "role": FieldOptions(name="your role"),
        "text": FieldOptions(count=True, name="your answer"),
    }

    agrees = forms.TypedChoiceField(
        label="Do you agree with this version?",
        choices=[("yes", "Yes"), ("no", "Not yet")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you agree"},
    )
    role = forms.CharField(
        label="Your role",
        max_length=LONGEST_LINE,
        help_text="Give job titles, not names. For example, HR business partner.",
        validators=[partial(refuse_personal_data, posts=True)],
    )
    field_order = ["agrees", "role", "text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False
        self.fields["text"].label = "What should change, or is worth noting?"
