"""Forms for tasks of an induction plan or an organisation's template, goals and questions."""

from typing import Any

from kls_portal.forms import BoxesField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentInitialForm
from kls_portal.idempotency import IdempotencyKeyField
from vacancies.drafting.models.draft import Criterion
from vacancies.induction.models import LONGEST_QUESTION
from vacancies.induction.rules.plan import roles
from vacancies.planning.forms import TaskForm
from vacancies.planning.rules.checklist import OF_STARTERS
from vacancies.posts.forms.fields import HINT, LongTextField, SensitiveTextMixin
from vacancies.posts.rules import FOR_TASKS


class PlanTaskForm(TaskForm):
    owners = OF_STARTERS
    asks = ("text", "owner", "group", "due", "due_on", "minutes", "at")
    follows = "Leave it empty to count from the start date."


class OrganisationTaskForm(TaskForm):
    owners = OF_STARTERS
    asks: tuple[str, ...] = ("text", "owner", "group", "due", "minutes")


class OwnTaskForm(OrganisationTaskForm):
    asks = (*OrganisationTaskForm.asks, "roles", "only_for")

    roles = BoxesField(
        "Only for these roles",
        choices=[(role.slug, role.title) for role in roles()],
        help_text="If you tick none, it is for every role.",
    )
    only_for = BoxesField(
        "Only for starters with one of these",
        choices=[(trait.slug, trait.name) for trait in FOR_TASKS],
        help_text="If you tick none, it is for every starter.",
    )
    field_options = {
        **TaskForm.field_options,
        "roles": FieldOptions(optional=False, small=True),
        "only_for": FieldOptions(optional=False, small=True),
    }


class GoalsForm(ConcurrentInitialForm):
    """Criteria of the person specification that the starter still needs to grow into."""

    submit_text = "Make these learning tasks"
    mark_optional = False

    criteria = BoxesField(
        "What does the starter still need?",
        help_text="Each criterion you tick becomes a learning task. Untick one to drop it.",
    )

    def __init__(self, *args: Any, criteria: list[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criteria"].choices = [(str(row.pk), row.text) for row in criteria]


class QuestionForm(SensitiveTextMixin, NhsukForm):
    submit_text = "Send your question"
    sensitive = ("text",)

    text = LongTextField("Ask your manager", most=LONGEST_QUESTION, help_text=HINT)
    key = IdempotencyKeyField()
    field_options = {"text": FieldOptions(count=True, name="your question")}


class AnswerForm(SensitiveTextMixin, ConcurrentInitialForm):
    submit_text = "Save your answer"
    sensitive = ("answer",)

    answer = LongTextField(
        "Your answer",
        most=LONGEST_QUESTION,
        help_text=f"The starter reads it in their own list. {HINT}",
    )
    field_options = {"answer": FieldOptions(count=True)}
