"""One task of an induction plan or of an organisation's template, and questions about them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditMixin
from kls_portal.forms.idempotency_key import IdempotencyKeyField
from vacancies.drafting.models import Criterion
from vacancies.induction.models.plan import LONGEST_QUESTION
from vacancies.induction.models.template import (
    LONGEST_MEETING,
    LONGEST_TASK,
    InductionGroup,
    InductionTask,
)
from vacancies.induction.rules.layers import Placed
from vacancies.induction.rules.loading import roles
from vacancies.planning.models import EARLIEST_DUE, LATEST_DUE
from vacancies.planning.rules.checklist import Owner, TemplateTask
from vacancies.posts.forms.sensitive_text import HINT, SensitiveTextMixin
from vacancies.posts.rules import FOR_TASKS

DUE = f"The due day must be between {EARLIEST_DUE} and {LATEST_DUE}"
LENGTH = f"An appointment lasts between 0 and {LONGEST_MEETING} minutes"
TIMES = ["%H:%M", "%H.%M", "%H%M", "%I:%M%p", "%I.%M%p", "%I%p"]


class TaskForm(SensitiveTextMixin, ConcurrentEditMixin, NhsukForm):
    """A task to add or change. `key` makes sure that sending it twice adds it once.

    Where the task `there` was changed meanwhile, here or in a layer above, both are compared.
    """

    submit_text = "Save this task"
    sensitive = ("text",)

    text = forms.CharField(
        label="Task", max_length=LONGEST_TASK, help_text=f"Start with a verb. {HINT}"
    )
    owner = forms.ChoiceField(label="Who sees to it?", choices=InductionTask.Owner.choices)
    group = forms.ChoiceField(label="Part of the plan")
    due = forms.IntegerField(
        label="Due",
        min_value=EARLIEST_DUE,
        max_value=LATEST_DUE,
        help_text="Working days from the start date: 0 is day one, -5 is a week before, 5 a week "
        "after.",
        error_messages={"min_value": DUE, "max_value": DUE},
        widget=forms.TextInput,
    )
    minutes = forms.IntegerField(
        label="Length, if it is an appointment",
        min_value=0,
        max_value=LONGEST_MEETING,
        required=False,
        error_messages={"min_value": LENGTH, "max_value": LENGTH},
        widget=forms.TextInput,
    )
    key = IdempotencyKeyField()

    field_options = {
        "text": FieldOptions(count=True),
        "due": FieldOptions(width=4, suffix="working days", name="due day"),
        "minutes": FieldOptions(width=3, suffix="minutes", name="length"),
    }

    def __init__(
        self,
        *args: Any,
        there: Placed | None = None,
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {**_initial(there), **(initial or {})}
        super().__init__(*args, **kwargs)
        groups = list(InductionGroup.objects.values_list("code", "name"))
        if there and there.group_id not in dict(groups):
            groups.append((there.group_id, "Other tasks"))
        self.fields["group"].choices = groups
        self._there = there
        stored = self.initial if there else {}
        self.remember({name: stored[name] for name in stored if name in self.fields})

    def wanted(self) -> Placed:
        """Return the task as typed. Ask a valid form only."""
        data = self.cleaned_data
        owner = Owner(data["owner"], InductionTask.Owner(data["owner"]).label)
        task = self._there.task if self._there else TemplateTask("", "", owner, 0, "", True)
        task = replace(
            task,
            text=data["text"],
            owner=owner,
            due=data["due"],
            minutes=data["minutes"] or 0,
            at=data.get("at"),
            roles=tuple(data.get("roles", task.roles)),
            only_for=tuple(data.get("only_for", task.only_for)),
        )
        return Placed(data["group"], task)


class PlanTaskForm(TaskForm):
    """A task of one plan, where an appointment may have a time."""

    at = forms.TimeField(
        label="Time, if it is an appointment",
        required=False,
        input_formats=TIMES,
        help_text="For example, 14:30.",
        error_messages={"invalid": "The time must be like 14:30"},
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "text"}),
    )
    field_options = {**TaskForm.field_options, "at": FieldOptions(width=5, name="time")}

    def clean(self) -> dict[str, Any]:
        """A task with a time is an appointment, of an hour if nothing else is said."""
        cleaned = super().clean()
        if cleaned.get("at") and not cleaned.get("minutes"):
            cleaned["minutes"] = 60
        return cleaned


class OwnTaskForm(TaskForm):
    """A task that an organisation adds, for every starter or for some."""

    roles = forms.MultipleChoiceField(
        label="Only for these roles",
        choices=[(role.slug, role.title) for role in roles()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Tick none, and it is for every role.",
    )
    only_for = forms.MultipleChoiceField(
        label="Only for starters with one of these",
        choices=[(trait.slug, trait.name) for trait in FOR_TASKS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Tick none, and it is for every starter.",
    )
    field_options = {
        **TaskForm.field_options,
        "roles": FieldOptions(optional=False, small=True),
        "only_for": FieldOptions(optional=False, small=True),
    }


class GoalsForm(NhsukForm):
    """Criteria of the person specification that the starter still needs to grow into."""

    submit_text = "Make these goals"
    criteria = forms.MultipleChoiceField(
        label="What does the starter still need?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Each criterion you tick becomes a goal of the plan. Untick one to drop it.",
    )
    field_options = {"criteria": FieldOptions(optional=False)}

    def __init__(self, *args: Any, criteria: list[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criteria"].choices = [(str(row.pk), row.text) for row in criteria]


class QuestionForm(SensitiveTextMixin, NhsukForm):
    """A question of the starter."""

    submit_text = "Send your question"
    sensitive = ("text",)

    text = forms.CharField(
        label="Ask your manager",
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=HINT,
        error_messages={"required": "Enter your question"},
    )
    key = IdempotencyKeyField()
    field_options = {"text": FieldOptions(count=True, name="your question")}


class AnswerForm(SensitiveTextMixin, NhsukForm):
    """The manager's answer to a question."""

    submit_text = "Save your answer"
    sensitive = ("answer",)

    answer = forms.CharField(
        label="Your answer",
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"The starter reads it in their own list. {HINT}",
    )
    field_options = {"answer": FieldOptions(count=True)}


def _initial(there: Placed | None) -> dict[str, Any]:
    if there is None:
        return {"owner": InductionTask.Owner.LINE_MANAGER, "due": 0}
    task = there.task
    return {
        "text": task.text,
        "owner": task.owner.slug,
        "group": there.group_id,
        "due": task.due,
        "minutes": task.minutes or None,
        "at": task.at,
        "roles": list(task.roles),
        "only_for": list(task.only_for),
    }
