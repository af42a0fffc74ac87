"""Forms for the ten handover questions, and for choosing lines of the answers to use."""

from typing import Any

from django import forms

from kls_portal.forms import BoxesField, FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.drafting.models.draft import LONGEST_DUTY
from vacancies.planning.models import LONGEST_TASK
from vacancies.posts.forms.fields import OfVacancy, SensitiveTextMixin
from vacancies.retention.models import HandoverAnswers
from vacancies.retention.rules import handover

NAMES = tuple(question.id for question in handover.QUESTIONS)
FACTS = {
    handover.DUTY: "Duty",
    handover.RELATIONSHIP: "Working relationship",
    handover.DECISION: "Decision",
}


class HandoverForm(SensitiveTextMixin, ConcurrentEditForm):
    form_tag = mark_optional = False
    sensitive = nameless = NAMES
    kept_for = "You have looked at them, and everyone who works on this post may read them."
    field_options = dict.fromkeys(NAMES, FieldOptions(count=True))

    class Meta:
        model = HandoverAnswers
        fields = NAMES
        help_texts = {question.id: question.hint for question in handover.QUESTIONS}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in NAMES:
            if password := handover.looks_like_password(str(cleaned.get(name) or "")):
                self.add_error(
                    name,
                    f"“{password}” looks like a password. Write where it is kept, or who holds it.",
                )
        return cleaned


class LinesForm(OfVacancy, NhsukForm):
    """The lines to use as facts of the draft and as tasks of the plan.

    Ticked lines are checked for sensitive text again, as others will read them.
    """

    submit_text = "Use what is ticked"
    nameless = ("facts", "tasks")
    kept_for = "You have looked at them. Everyone who reads the draft or the plan may read them."

    facts = BoxesField(
        "Facts for the next job description",
        help_text="Each goes into the draft as it is here. You can edit it there.",
    )
    tasks = BoxesField(
        "Tasks for the successor",
        help_text="Each becomes a task of the induction plan of this vacancy.",
    )

    def __init__(
        self, *args: Any, lines: tuple[handover.Line, ...], has_plan: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        self.fields["facts"].choices = [
            (one.id, f"{FACTS[one.question.fact]}: {one.text}")
            for one in lines
            if one.question.fact
        ]
        self.fields["tasks"].choices = [
            (one.id, one.task_words) for one in lines if one.question.task
        ]
        if not has_plan or not self.fields["tasks"].choices:
            del self.fields["tasks"]
        if not self.fields["facts"].choices:
            del self.fields["facts"]

    def typed_in(self, name: str) -> str:
        ticked = self[name].data or ()
        return "\n".join(one.text for one in self.lines if one.id in ticked)

    def clean_facts(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["facts"]
        duties = [
            one for one in self.lines if one.id in chosen and one.question.fact == handover.DUTY
        ]
        _refuse_longer(LONGEST_DUTY, [one.text for one in duties], "a duty")
        return chosen

    def clean_tasks(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["tasks"]
        _refuse_longer(
            LONGEST_TASK,
            [max(one.task_words, one.gap_words, key=len) for one in self.lines if one.id in chosen],
            "a task",
        )
        return chosen

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("facts") or cleaned.get("tasks")):
            raise forms.ValidationError("Tick at least one line")
        return cleaned


def _refuse_longer(longest: int, texts: list[str], what: str) -> None:
    if faults := [
        f"“{text[:40]}…” is too long for {what}: {longest:,} characters at most. "
        "Write it on several lines in the answers."
        for text in texts
        if len(text) > longest
    ]:
        raise forms.ValidationError(faults)
