"""Forms to read an old job description, confirm what it holds, and look back at a job."""

from typing import Any

from django import forms
from django.http import QueryDict

from kls_portal.forms import FieldOptions, NhsukForm
from vacancies.drafting.forms.parts import (
    DESIRABLE,
    DUTY,
    ESSENTIAL,
    CriterionParts,
    DutyParts,
    LeftParts,
    TextPartsForm,
)
from vacancies.drafting.rules.draft import Duty
from vacancies.drafting.rules.imported import left_in
from vacancies.drafting.rules.reality import CHANGED, GONE, STILL, Answer
from vacancies.drafting.rules.sections import shortened
from vacancies.posts.models import Vacancy
from vacancies.reading.fitting import fitted
from vacancies.reading.old_job import LARGEST_FILE, LONGEST_TEXT, TOO_LARGE, OldJob, ReadingError
from vacancies.reading.reading import old_job_from_file, old_job_from_text

NEITHER = "Choose a file, or paste the text of the job description"
BOTH = "Choose a file or paste the text, not both"


class OldJobForm(NhsukForm):
    """A file or pasted text. `found` is what was read, once the form is valid; nothing is kept."""

    submit_text = "Read it"
    field_options = {
        "file": FieldOptions(optional=False, name="the file"),
        "text": FieldOptions(optional=False, name="the text"),
    }

    file = forms.FileField(
        label="Word document or PDF",
        help_text="A .docx, .pdf or .txt file of 5 MB or less. It is read once and not kept.",
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
        error_messages={
            "empty": "The file is empty. Choose another file, or paste the text instead.",
            "max_length": "The name of the file is too long. Rename it and choose it again.",
            "invalid": NEITHER,
        },
    )
    text = forms.CharField(
        label="Or paste its text",
        help_text="Paste tables too: columns stay apart when they come from Word.",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    found: OldJob | None = None

    def clean(self) -> dict[str, Any]:
        """Read what was sent; say at its field what is wrong with it."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        file, text = cleaned.get("file"), cleaned.get("text")
        if bool(file) == bool(text):
            self.add_error("file", BOTH if file else NEITHER)
        elif file:
            self._read_old_job("file", lambda: _from_file(file))
        else:
            self._read_old_job("text", lambda: old_job_from_text(text or ""))
        return cleaned

    def _read_old_job(self, field: str, read: Any) -> None:
        try:
            self.found = read()
        except ReadingError as problem:
            self.add_error(field, str(problem))


def _from_file(file: Any) -> OldJob:
    if file.size > LARGEST_FILE:  # of such a file only the size is kept
        raise ReadingError(TOO_LARGE)
    return old_job_from_file(file.read(), file.name or "")


class ConfirmForms:
    """The four forms of the page, from an old job description or from what was sent."""

    def __init__(
        self, vacancy: Vacancy, data: QueryDict | None = None, job: OldJob | None = None
    ) -> None:
        job = fitted(job or OldJob())
        initial = TextPartsForm.initial_of(job, vacancy)
        self.texts = TextPartsForm(data, vacancy=vacancy, initial=initial)
        self.duties = DutyParts(data, initial=_duties(job, vacancy), prefix="duty")
        self.criteria = CriterionParts(data, initial=_criteria(job, vacancy), prefix="criterion")
        left = [{"text": text} for text in _left_in(job)]
        self.left = LeftParts(data, initial=left, prefix="left")

    @property
    def all(self) -> tuple[Any, ...]:
        """Every form and formset, in the order of the page."""
        return self.texts, self.duties, self.criteria, self.left

    @property
    def found_anything(self) -> bool:
        """Whether any part was found at all, understood or not."""
        return bool(self.texts.rows or any(len(formset) for formset in self.all[1:]))

    def is_valid(self) -> bool:
        """Whether everything that was ticked can be written; each form is checked."""
        valid = [form.is_valid() for form in self.all]
        return all(valid)

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen, as `import_parts` takes it."""
        return {
            "key": self.texts.cleaned_data["key"],
            "texts": self.texts.texts,
            "duties": [*self._taken(self.duties, "text", "group"), *self._left(DUTY)],
            "criteria": [
                *self._taken(self.criteria, "text", "category", "essential", "assessed_by"),
                *self._left(ESSENTIAL, category="other", essential=True),
                *self._left(DESIRABLE, category="other", essential=False),
            ],
        }

    def _taken(self, formset: Any, *names: str) -> list[dict[str, Any]]:
        rows = (form.cleaned_data for form in formset)
        return [{name: row[name] for name in names} for row in rows if row.get("take")]

    def _left(self, use: str, **more: Any) -> list[dict[str, Any]]:
        rows = (form.cleaned_data for form in self.left)
        return [{"text": row["text"], **more} for row in rows if row.get("use") == use]


def _left_in(job: OldJob) -> list[str]:
    said = [one.text for one in job.evidence]
    return [*left_in(job), *said, *job.standard_statements]


def _duties(job: OldJob, vacancy: Vacancy) -> list[dict[str, Any]]:
    there = {duty.text.casefold() for duty in vacancy.duties.all()}
    return [
        {"text": duty.text, "group": duty.group, "take": duty.text.casefold() not in there}
        for duty in job.duties
    ]


def _criteria(job: OldJob, vacancy: Vacancy) -> list[dict[str, Any]]:
    there = {criterion.text.casefold() for criterion in vacancy.criteria.all()}
    return [
        {
            "text": criterion.text,
            "category": criterion.category,
            "essential": "" if criterion.essential is None else str(criterion.essential),
            "assessed_by": ",".join(criterion.assessed_by),
            "take": criterion.text.casefold() not in there,
        }
        for criterion in job.criteria
    ]


CHOICES = ((STILL, "Still done"), (GONE, "No longer done"), (CHANGED, "Changed"))
LONGEST_NEW = 5_000
LONGEST_NOW = 1_000


class RealityForm(NhsukForm):
    """Three choices for each duty, and a list of work that is not in the job description."""

    submit_text = "Compare"

    def __init__(self, *args: Any, duties: tuple[Duty, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duties = duties
        self.field_options, self.reveals = {}, {}
        for number, duty in enumerate(duties, start=1):
            self._add_duty(number, duty)
        self.fields["new"] = forms.CharField(
            label="What is done now that is not in the job description?",
            help_text="One piece of work on each line. Write about the post, not about a person.",
            max_length=LONGEST_NEW,
            required=False,
            widget=forms.Textarea(attrs={"rows": 6}),
        )
        self.field_options["new"] = FieldOptions(
            count=True, size="s", name="work that is not in it"
        )

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
        self.field_options = {
            **self.field_options,
            f"duty_{number}": FieldOptions(size="s", name=f"what became of duty {number}"),
            f"now_{number}": FieldOptions(name=f"what duty {number} is now"),
        }
