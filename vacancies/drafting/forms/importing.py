"""Forms to read an old job description, and for the reality check of a job."""

from collections.abc import Callable
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.files.uploadedfile import UploadedFile

from kls_portal.file_size import LARGEST, LARGEST_FILE
from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.layout import Folded
from vacancies.drafting.rules.draft import Duty
from vacancies.drafting.rules.reality import CHANGED, GONE, STILL, Answer
from vacancies.drafting.rules.sections import shortened
from vacancies.posts.forms.fields import LongTextField
from vacancies.reading.files import is_pdf
from vacancies.reading.old_job import LONGEST_TEXT, TOO_LARGE, OldJob, ReadingError
from vacancies.reading.reading import old_job_from_file, old_job_from_text

NEITHER = "Choose a file, or paste the text of the job description"
BOTH = "Choose a file or paste the text, not both"


class FileOrTextForm(NhsukForm):
    """A file or a pasted text. A form reads either with `read_file` or `read_text`.

    Both take what was given, and raise ReadingError with a sentence for its field.
    pasted_in: the field of the text. neither: the field told if both are empty, and its words.
    """

    pasted_in = "text"
    neither = ("file", NEITHER)
    read_file: Callable[[UploadedFile], None]
    read_text: Callable[[str], None]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        file, text = cleaned.get("file"), cleaned.get(self.pasted_in, "")
        try:
            if file and text.strip():
                self.add_error("file", BOTH)
            elif file:
                if file.size > LARGEST_FILE:  # only the size of such a file is kept
                    raise ReadingError(TOO_LARGE)
                self.read_file(file)
            elif text.strip():
                self.read_text(text)
            else:
                self.add_error(*self.neither)
        except ReadingError as problem:
            self.add_error("file" if file else self.pasted_in, str(problem))
        return cleaned


class OldJobForm(FileOrTextForm):
    """A file or pasted text. `old_job` holds the result of a valid form; nothing is stored."""

    submit_text = "Read it"
    mark_optional = False
    field_options = {"file": FieldOptions(name="the file"), "text": FieldOptions(name="the text")}

    file = forms.FileField(
        label="Word document or PDF",
        help_text=(
            f"A .docx, .pdf or .txt file of {LARGEST} or less. We read it once and do not keep it."
        ),
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
        error_messages={
            "empty": "The file is empty. Choose another file, or paste the text instead.",
            "max_length": "The name of the file is too long. Rename it and choose it again.",
            "invalid": NEITHER,
        },
    )
    text = LongTextField(
        "Or paste its text",
        help_text="You can paste tables too. Columns copied from Word stay apart.",
        required=False,
        most=LONGEST_TEXT,
        rows=12,
    )

    old_job = OldJob()
    from_pdf = False

    def read_file(self, file: UploadedFile) -> None:
        data = file.read()
        self.from_pdf = is_pdf(data)
        self.old_job = old_job_from_file(data, file.name or "")

    def read_text(self, text: str) -> None:
        self.old_job = old_job_from_text(text)


CHOICES = ((STILL, "Still done"), (GONE, "No longer done"), (CHANGED, "Changed"))
MOST_SHOWN = 52
LONGEST_NEW = 5_000
LONGEST_NOW = 1_000


class RealityForm(NhsukForm):
    """Three choices for each duty, and a list of work missing from the job description."""

    submit_text = "Compare"

    def __init__(self, *args: Any, duties: tuple[Duty, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.duties = duties
        self.field_options, self.reveals = {}, {}
        rows = [(f"duty_{number}", f"now_{number}") for number in self.numbers]
        self.layout = Layout(Folded(rows, ("duty", "duties"), MOST_SHOWN), "new")
        for number, duty in enumerate(duties, start=1):
            self._add_duty(number, duty)
        self.fields["new"] = LongTextField(
            "What does the post do now that is not in the job description?",
            help_text="One piece of work on each line. Write about the post, not about a person.",
            most=LONGEST_NEW,
            rows=6,
            required=False,
        )
        self.field_options["new"] = FieldOptions(
            count=True, size="s", name="work that is not in it"
        )

    @property
    def numbers(self) -> range:
        return range(1, len(self.duties) + 1)

    @property
    def answers(self) -> list[Answer]:
        """The answers, one for each duty. The form must be valid."""
        given = self.cleaned_data
        return [
            Answer(duty, given[f"duty_{n}"], given[f"now_{n}"])
            for n, duty in zip(self.numbers, self.duties, strict=True)
        ]

    def _add_duty(self, number: int, duty: Duty) -> None:
        self.fields[f"duty_{number}"] = forms.ChoiceField(
            label=f"{number}. {duty.text}",
            choices=[("", "Choose one"), *CHOICES],
            error_messages={
                "required": f"Choose what happened to duty {number}, “{shortened(duty.text, 40)}”",
            },
        )
        self.fields[f"now_{number}"] = LongTextField(
            f"What is duty {number} now, if it changed?", most=LONGEST_NOW, required=False
        )
        self.reveals = {**self.reveals, f"duty_{number}": {CHANGED: [f"now_{number}"]}}
        self.field_options = {
            **self.field_options,
            f"duty_{number}": FieldOptions(size="s", name=f"what happened to duty {number}"),
            f"now_{number}": FieldOptions(name=f"what duty {number} is now"),
        }
