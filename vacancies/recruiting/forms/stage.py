"""A task of a vacancy's checklists: its note, its owner, its date, and why it is left out."""

from typing import Any

from django import forms

from kls_portal.documents.dates import long_date
from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.forms.idempotency_key import IdempotencyKeyField
from vacancies.planning.rules.stage import StageTask
from vacancies.posts.forms.fields import keep_near
from vacancies.posts.forms.sensitive_text import HINT, OfVacancy
from vacancies.recruiting.models.plan import (
    LONGEST_NOTE,
    LONGEST_OWN_TASK,
    LONGEST_REASON,
    OWNER_CHOICES,
    StageChange,
)

NO_NAMES = "Leave out candidates’ names and details of health."


class StageTaskForm(OfVacancy, ConcurrentEditForm):
    """What this vacancy says about a task. Of a done one, only the note may change.

    Where somebody else changed it meanwhile, both are compared.
    """

    submit_text = "Save this task"
    sensitive = ("text", "note")
    nameless = ("note",)
    field_options = {
        "text": FieldOptions(count=True, name="task"),
        "note": FieldOptions(count=True, optional=False, name="note"),
        "due_on": FieldOptions(optional=False, name="date"),
    }

    owner = forms.ChoiceField(label="Who sees to it?", required=False)

    class Meta:
        model = StageChange
        fields = ["text", "owner", "due_on", "note"]
        field_classes = {"due_on": DateInputField}
        labels = {"text": "Task", "due_on": "Date of its own", "note": "Your note"}
        help_texts = {"text": f"Start with a verb. {HINT}", "note": NO_NAMES}
        widgets = {"text": forms.TextInput, "note": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, task: StageTask, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        following = [] if task.is_own else [("", "As in the template")]
        self.fields["owner"].choices = [*following, *OWNER_CHOICES]
        self.fields["owner"].required = task.is_own
        self.fields["text"].required = task.is_own
        keep_near(self.fields["due_on"], self.instance.due_on)
        self.fields["due_on"].help_text = _follows(task)
        for name in () if task.is_own else ("text",):
            del self.fields[name]
        for name in ("text", "owner", "due_on") if task.done else ():
            self.fields.pop(name, None)

    def values(self) -> dict[str, Any]:
        """Return the columns to store. Ask a valid form only."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}


class OwnStageTaskForm(OfVacancy, NhsukForm):
    """A task that one vacancy adds. `key` makes sure that sending it twice adds it once."""

    submit_text = "Add this task"
    sensitive = ("text", "note")
    nameless = ("note",)
    field_options = {
        "text": FieldOptions(count=True),
        "due_on": FieldOptions(name="date"),
        "note": FieldOptions(count=True, name="note"),
    }

    text = forms.CharField(
        label="Task", max_length=LONGEST_OWN_TASK, help_text=f"Start with a verb. {HINT}"
    )
    owner = forms.ChoiceField(label="Who sees to it?", choices=OWNER_CHOICES)
    due_on = DateInputField(label="Date", required=False)
    note = forms.CharField(
        label="Your note",
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_NAMES,
    )
    key = IdempotencyKeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep_near(self.fields["due_on"], None)

    def values(self) -> dict[str, Any]:
        """Return the columns to store, with the key. Ask a valid form only."""
        return {
            name: self.cleaned_data[name] for name in ("key", "text", "owner", "due_on", "note")
        }


class LeaveOutForm(OfVacancy, NhsukForm):
    """Why a task is left out."""

    submit_text = "Leave it out"
    sensitive = ("reason",)
    nameless = ("reason",)
    field_options = {"reason": FieldOptions(count=True, name="reason")}

    reason = forms.CharField(
        label="Why is it not needed here?",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A sentence that a colleague would understand in a year.",
        error_messages={"required": "Say why it is not needed here"},
    )


def _follows(task: StageTask) -> str:
    if task.is_own:
        return "Leave it empty if it has no date."
    said = "Leave it empty to follow the dates of the vacancy."
    if task.due and not task.is_changed:
        return f"{said} It is due {long_date(task.due)} now."
    return said
