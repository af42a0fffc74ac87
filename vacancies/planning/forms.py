"""Forms for a task of a plan or of an organisation's template, and for leaving one out."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditMixin
from kls_portal.idempotency import IdempotencyKeyField
from vacancies.planning import models
from vacancies.planning.rules.checklist import LINE_MANAGER, Owner, TemplateGroup
from vacancies.planning.rules.layers import REST, Placed
from vacancies.posts.forms.fields import (
    HINT,
    LongTextField,
    SensitiveTextMixin,
    WholeNumberField,
    keep_near,
)

TIMES = ["%H:%M", "%H.%M", "%H%M", "%I:%M%p", "%I.%M%p", "%I%p"]


class TimeBox(forms.TimeField):
    """An optional time of day in any common notation. example: shown in the hint, as 14:30."""

    def __init__(self, *, example: str, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            input_formats=TIMES,
            help_text=f"For example, {example}.",
            error_messages={"invalid": f"Enter a time, such as {example}"},
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "text"}),
            **kwargs,
        )


class TaskForm(SensitiveTextMixin, ConcurrentEditMixin, NhsukForm):
    """A task to add or change. `key` ensures that a form submitted twice adds one task.

    If the task `placed` was changed in the meantime, here or in a layer above, the form shows both
    versions. asks: the fields that this kind of plan has. Only the note of a done task may change.
    """

    submit_text = "Save this task"
    sensitive = ("text", "note")
    nameless = ("note",)
    owners: Mapping[str, Owner]
    asks: tuple[str, ...] = ("text", "owner", "group")
    parts_label = "Part of the plan"
    follows = "Leave it empty to follow the dates of the vacancy."

    text = forms.CharField(
        label="Task", max_length=models.LONGEST_TASK, help_text=f"Start with a verb. {HINT}"
    )
    owner = forms.ChoiceField(label="Who does it?")
    group = forms.ChoiceField(label="Part of the plan", required=False)
    due = forms.IntegerField(
        label="Due",
        min_value=models.EARLIEST_DUE,
        max_value=models.LATEST_DUE,
        help_text="Working days from the start date: 0 is day one, -5 is a week before, 5 a week "
        "after.",
        widget=forms.TextInput,
    )
    due_on = DateInputField(label="Date of its own", required=False)
    minutes = WholeNumberField(
        "Length, if it is an appointment",
        least=0,
        most=models.LONGEST_MEETING,
        widget=forms.TextInput,
    )
    at = TimeBox(label="Time, if it is an appointment", example="14:30")
    note = LongTextField(
        "Your note",
        most=models.LONGEST_NOTE,
        rows=4,
        required=False,
        help_text="Leave out candidates’ names and details of health.",
    )
    key = IdempotencyKeyField()

    field_options = {
        "text": FieldOptions(count=True, name="task"),
        "group": FieldOptions(optional=False),
        "due": FieldOptions(width=4, suffix="working days", name="due day"),
        "due_on": FieldOptions(optional=False, name="date"),
        "minutes": FieldOptions(width=3, suffix="minutes", name="length"),
        "at": FieldOptions(width=5, name="time"),
        "note": FieldOptions(count=True, optional=False, name="note"),
    }

    def __init__(
        self,
        *args: Any,
        groups: Iterable[TemplateGroup] = (),
        placed: Placed | None = None,
        done: bool = False,
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {**_initial(placed), **(initial or {})}
        super().__init__(*args, **kwargs)
        asks = ("note",) if done else self.asks
        for name in self.fields.keys() - {*asks, "key"}:
            del self.fields[name]
        self._offer(groups, placed)
        if "due_on" in self.fields:
            self.fields["due_on"].help_text = self.follows
            keep_near(self.fields["due_on"], placed.task.due_on if placed else None)
        stored = self.initial if placed or done else {}
        self.remember({name: stored[name] for name in stored if name in self.fields})

    def _offer(self, groups: Iterable[TemplateGroup], placed: Placed | None) -> None:
        if "owner" in self.fields:
            self.fields["owner"].choices = [(one.slug, one.name) for one in self.owners.values()]
        if "group" in self.fields:
            choices = [(group.id, group.name) for group in groups]
            if placed and placed.group_id not in dict(choices):
                choices.append((placed.group_id, REST))
            self.fields["group"].choices = choices
            self.fields["group"].label = self.parts_label

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("at") and not cleaned.get("minutes"):
            cleaned["minutes"] = 60
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return the columns to store. Only for a valid form."""
        columns = {name: self.cleaned_data[name] for name in self.asks if name in self.fields}
        if "minutes" in columns:
            columns["minutes"] = columns["minutes"] or 0
        return columns


class LeaveOutForm(SensitiveTextMixin, NhsukForm):
    submit_text = "Leave it out"
    sensitive = ("reason",)
    nameless = ("reason",)
    field_options = {"reason": FieldOptions(count=True, name="reason")}

    reason = LongTextField(
        "Why is it not needed here?",
        most=models.LONGEST_REASON,
        help_text="Write a sentence that a colleague would understand in a year.",
        error_messages={"required": "Say why it is not needed here"},
    )


def _initial(placed: Placed | None) -> dict[str, Any]:
    if placed is None:
        return {"owner": LINE_MANAGER, "due": 0}
    task = placed.task
    return {
        **placed.columns,
        "due_on": task.due_on,
        "minutes": task.minutes or None,
        "at": task.at,
        "note": task.note,
        "roles": list(task.roles),
        "only_for": list(task.only_for),
    }
