"""Forms to freeze, compare and review versions, and to offer, find and copy examples."""

import re
from datetime import timedelta
from functools import partial
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.timezone import localdate

from kls_portal.accounts.models import Organisation
from kls_portal.forms import DateInputField, FieldOptions, NhsukForm, QueryForm
from kls_portal.forms.layout import Folded
from kls_portal.forms.nameless import refuse_personal_data
from kls_portal.idempotency import IdempotencyKeyField
from vacancies.drafting.models import draft as rows
from vacancies.drafting.rules import sharing
from vacancies.drafting.rules.draft import areas
from vacancies.drafting.rules.fields import BY_NAME, Draft
from vacancies.posts.forms.fields import LongTextField, OfVacancy
from vacancies.posts.forms.vacancy import OpenVacancyForm
from vacancies.posts.models import BAND_NAMES
from vacancies.posts.rules import LONGEST_LINE, LONGEST_TEXT

LONGEST_AGO = timedelta(days=366 * 20)
"""A date of agreement longer ago than this is taken for a typing error (our own measure)."""


class FreezeForm(NhsukForm):
    submit_text = "Freeze this draft"
    field_options = {
        "agreed_with": FieldOptions(name="who you agreed it with"),
        "agreed_on": FieldOptions(optional=False, name="the date of agreement"),
        "note": FieldOptions(name="the note"),
    }

    agreed_with = forms.CharField(
        label="Who agreed it?",
        max_length=200,
        required=False,
        help_text="Job titles, not names. For example, head of service and HR business partner.",
        validators=[partial(refuse_personal_data, posts=True)],
    )
    agreed_on = DateInputField(
        label="When was it agreed?",
        required=False,
        initial=localdate,
        help_text="Today or a day in the past. We keep it only if you say who agreed it.",
    )
    note = forms.CharField(
        label="Note",
        max_length=500,
        required=False,
        help_text="For example, sent to the matching panel.",
        validators=[refuse_personal_data],
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed_on"].latest = localdate()
        self.fields["agreed_on"].earliest = localdate() - LONGEST_AGO

    def clean(self) -> dict[str, Any]:
        """Drop the date if nobody is named as having agreed; otherwise it defaults to today."""
        cleaned = super().clean()
        if not cleaned.get("agreed_with"):
            cleaned["agreed_on"] = None
        elif "agreed_on" not in self.errors:
            cleaned["agreed_on"] = cleaned.get("agreed_on") or localdate()
        return cleaned


class CompareForm(QueryForm):
    form_tag = False

    to = forms.ChoiceField(
        label="Compare it with",
        required=False,
        error_messages={"invalid_choice": "Choose the draft now or a version from the list"},
    )

    def __init__(self, *args: Any, others: list[rows.DraftVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(version.number): version for version in others}
        names = [(number, f"Version {number}") for number in self.others]
        self.fields["to"].choices = [("", "The draft now"), *names]

    @property
    def chosen(self) -> rows.DraftVersion | None:
        """The version chosen, or None for the current draft. The form must be valid."""
        return self.others.get(self.cleaned_data["to"])


AREAS = [*areas().items()]


ROW = re.compile(r"(duty|criterion)_(\d+)")
MOST_SHOWN = 22


class OfferForm(NhsukForm):
    """The copy to offer, text by text. Anything that looks like personal data is refused."""

    submit_text = "Offer this example"
    mark_optional = False

    band = forms.ChoiceField(label="Band", choices=[("", "Choose a band"), *BAND_NAMES])
    area = forms.ChoiceField(
        label="Main area of the Professional Knowledge and Skills Base",
        choices=[("", "No area"), *AREAS],
        required=False,
    )
    replace_name = forms.BooleanField(
        label="Write “our Trust” instead of our name", required=False, initial=True
    )

    def __init__(self, *args: Any, draft: Draft, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = sharing.shared_texts(draft)
        self.own_name = organisation.name
        for text in self.texts:
            self._add(text)
        self.layout = self._folded()
        self.fields["key"] = IdempotencyKeyField()
        self.fields["band"].initial = draft.band
        self.fields["area"].initial = sharing.main_area(draft)
        self.fields["replace_name"].help_text = f"Your name is {organisation}."

    def _folded(self) -> Layout:
        rows: dict[str, dict[str, list[str]]] = {"duty": {}, "criterion": {}}
        for text in self.texts:
            if row := ROW.match(text.name):
                rows[row[1]].setdefault(row[2], []).append(text.name)
        alone = [name for name in self.fields if not ROW.match(name)]
        folded = [
            Folded([*rows[one].values()], (one, many), MOST_SHOWN)
            for one, many in (("duty", "duties"), ("criterion", "criteria"))
        ]
        return Layout(*alone, *folded)

    @property
    def finds(self) -> list[tuple[str, str, str]]:
        """The possible personal data in the frozen version, as (field id, label, sentence)."""
        return [
            (f"id_{text.name}", text.label, find.sentence)
            for text in self.texts
            for find in sharing.finds_in(text.name, text.text)
        ]

    @property
    def edits(self) -> dict[str, str]:
        """The edited texts by name. The form must be valid."""
        return {text.name: self.cleaned_data[text.name] for text in self.texts}

    def clean(self) -> dict[str, Any]:
        """Replace the organisation's name if asked. Refuse texts that become too long by it."""
        cleaned = super().clean()
        for name in [text.name for text in self.texts if text.name in cleaned]:
            if cleaned.get("replace_name"):
                cleaned[name] = sharing.without_name(cleaned[name], self.own_name)
            if len(cleaned[name]) > _longest(name):
                self.add_error(name, "With “our Trust” in it, this is too long. Shorten it")
        return cleaned

    def _add(self, text: sharing.SharedText) -> None:
        is_row = (row := ROW.match(text.name)) and row[0] == text.name
        is_line = _longest(text.name) <= LONGEST_LINE
        self.fields[text.name] = forms.CharField(
            label=text.label,
            initial=text.text,
            required=text.name == "title",
            max_length=_longest(text.name),
            widget=forms.TextInput() if is_line else forms.Textarea(attrs={"rows": 3}),
            validators=[partial(_refuse_finds, text.name)],
            help_text="Empty this to leave it out." if is_row else "",
        )


def _refuse_finds(name: str, text: str) -> None:
    if len(text) <= _longest(name) and (finds := sharing.finds_in(name, text)):
        raise forms.ValidationError(
            [forms.ValidationError(find.sentence, code=find.kind) for find in finds]
        )


def _longest(name: str) -> int:
    if row := ROW.match(name):
        model = {"duty": rows.Duty, "criterion": rows.Criterion}[row[1]]
        column: Any = model._meta.get_field(name.removeprefix(row[0]).lstrip("_") or "text")
        return int(column.max_length)
    return BY_NAME[name].longest if name in BY_NAME else LONGEST_TEXT


class FindExamplesForm(QueryForm):
    submit_text = "Find examples"
    field_options = {"title": FieldOptions(width=20)}

    title = forms.CharField(label="Words in the job title", max_length=LONGEST_LINE, required=False)
    band = forms.ChoiceField(label="Band", choices=[("", "Any band"), *BAND_NAMES], required=False)
    area = forms.ChoiceField(label="Area", choices=[("", "Any area"), *AREAS], required=False)


class CopyForm(OpenVacancyForm):
    submit_text = "Open a vacancy from this example"

    key = IdempotencyKeyField()


NOT_NAMED = "Do not name anyone, or write about a candidate."


class ReviewAnswerForm(OfVacancy, NhsukForm):
    """An answer to a question, or a comment on a duty or a criterion."""

    submit_text = "Send it"
    sensitive = nameless = ("text",)
    field_options = {"text": FieldOptions(count=True, name="your answer")}

    text = LongTextField("Your answer", most=rows.LONGEST_REVIEW, rows=5, help_text=NOT_NAMED)


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
