"""Where an old job description comes from: a Word document or pasted text."""

from typing import Any

from django import forms

from kls_portal.forms import Look, NhsukForm
from vacancies.reading.old_job import LONGEST_TEXT, OldJob, ReadingError
from vacancies.reading.package import LARGEST_FILE, TOO_LARGE
from vacancies.reading.reading import old_job_from_text, old_job_from_word

NEITHER = "Choose a Word document, or paste the text of the job description"
BOTH = "Choose a Word document or paste the text, not both"


class OldJobForm(NhsukForm):
    """A .docx or pasted text. `found` is what was read, once the form is valid; nothing is kept."""

    submit_text = "Read it"
    look = {
        "file": Look(optional=False, name="the Word document"),
        "text": Look(optional=False, name="the text"),
    }

    file = forms.FileField(
        label="Word document",
        help_text="A .docx of 5 MB or less. It is read once and not kept.",
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
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
            self._read("file", lambda: _from_file(file))
        else:
            self._read("text", lambda: old_job_from_text(text or ""))
        return cleaned

    def _read(self, field: str, read: Any) -> None:
        try:
            self.found = read()
        except ReadingError as problem:
            self.add_error(field, str(problem))


def _from_file(file: Any) -> OldJob:
    if file.size > LARGEST_FILE:
        raise ReadingError(TOO_LARGE)
    return old_job_from_word(file.read())
