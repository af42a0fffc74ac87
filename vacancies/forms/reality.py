"""What the post does now, duty by duty. Nothing of it is stored."""

from typing import Any

from django import forms

from kls_portal.forms import Look, NhsukForm
from vacancies.drafting.draft import Duty
from vacancies.drafting.reality import CHANGED, GONE, STILL, Answer
from vacancies.drafting.sections import shortened

CHOICES = ((STILL, "Still done"), (GONE, "No longer done"), (CHANGED, "Changed"))
LONGEST_NEW = 5_000
LONGEST_NOW = 1_000


class RealityForm(NhsukForm):
    """Three choices for each duty, and a list of work that the job description lacks."""

    submit_text = "Compare"

    def __init__(self, *args: Any, duties: tuple[Duty, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duties = duties
        self.look, self.reveals = {}, {}
        for number, duty in enumerate(duties, start=1):
            self._add_duty(number, duty)
        self.fields["new"] = forms.CharField(
            label="What is done now that is not in the job description?",
            help_text="One piece of work on each line. Write about the post, not about a person.",
            max_length=LONGEST_NEW,
            required=False,
            widget=forms.Textarea(attrs={"rows": 6}),
        )
        self.look["new"] = Look(count=True, size="s", name="work that is not in it")

    @property
    def numbers(self) -> range:
        """The numbers of the duties, from 1."""
        return range(1, len(self.duties) + 1)

    @property
    def answers(self) -> list[Answer]:
        """Return what was answered, duty by duty. Ask a valid form only."""
        given = self.cleaned_data
        return [
            Answer(duty, given[f"duty_{n}"], given[f"now_{n}"])
            for n, duty in zip(self.numbers, self.duties, strict=True)
        ]

    def _add_duty(self, number: int, duty: Duty) -> None:
        self.fields[f"duty_{number}"] = forms.ChoiceField(
            label=f"{number}. {duty.text}",
            choices=CHOICES,
            widget=forms.RadioSelect,
            error_messages={
                "required": f"Choose what became of duty {number}, “{shortened(duty.text, 40)}”",
            },
        )
        self.fields[f"now_{number}"] = forms.CharField(
            label=f"What is duty {number} now?",
            max_length=LONGEST_NOW,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.reveals = {**self.reveals, f"duty_{number}": {CHANGED: [f"now_{number}"]}}
        self.look = {
            **self.look,
            f"duty_{number}": Look(size="s", name=f"what became of duty {number}"),
            f"now_{number}": Look(name=f"what duty {number} is now"),
        }
