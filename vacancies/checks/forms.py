"""Forms to check a text and to dismiss a finding."""

import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from kls_portal.file_size import LARGEST, LARGEST_FILE
from kls_portal.forms import FieldOptions, NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.checks.models import DismissedFinding
from vacancies.checks.reach import TEXTS
from vacancies.reading.files import FileText, pasted_text, read_file
from vacancies.reading.old_job import MOST_LINES, TOO_LARGE, ReadingError

LONGEST_PASTED = 200_000
# Ends of lines, of parts of a line or of cells: each costs as much as a sentence.
_LINE_OR_CELL = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
TOO_MANY_LINES = (
    f"The text has more than {MOST_LINES:,} lines and cells, the most that can be checked. "
    "Check a part of it at a time."
)
KINDS = (
    ("all", "Job description with its person specification"),
    *((kind, name.capitalize()) for kind, name in TEXTS.items()),
)


class CheckForm(NhsukForm):
    """The text to check and its kind. In a valid form, `cleaned_data["text"]` is the FileText."""

    form_tag = False
    field_options = {
        "pasted": FieldOptions(optional=False, name="the text"),
        "file": FieldOptions(optional=False, name="the file"),
    }

    kind = forms.ChoiceField(
        label="What is it?", choices=KINDS, widget=forms.RadioSelect, initial="all"
    )
    pasted = forms.CharField(
        label="Paste the text",
        required=False,
        strip=False,
        max_length=LONGEST_PASTED,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        allow_empty_file=True,
        help_text=f"Word (.docx), PDF or plain text (.txt), up to {LARGEST}.",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        pasted, file = cleaned.get("pasted", ""), cleaned.get("file")
        if file and pasted.strip():
            self.add_error("file", "Choose a file or paste a text, not both")
        elif file is not None:
            self._read_upload(file)
        elif pasted.strip():
            self._take("pasted", pasted_text(pasted))
        else:
            self.add_error("pasted", "Paste a text or choose a file")
        return cleaned

    def _take(self, field: str, text: FileText) -> None:
        if len(_LINE_OR_CELL.findall(text.text)) > MOST_LINES:
            self.add_error(field, TOO_MANY_LINES)
        else:
            self.cleaned_data["text"] = text

    def _read_upload(self, file: UploadedFile) -> None:
        if (file.size or 0) > LARGEST_FILE:  # only the size of such a file is kept
            self.add_error("file", TOO_LARGE)
            return
        try:
            text = read_file(file.read(), file.name or "", LONGEST_PASTED)
        except ReadingError as problem:
            self.add_error("file", str(problem))
            return
        self._take("file", text)


class DismissForm(ConcurrentEditForm):
    """The reason for a dismissal; both are shown if someone else dismissed it meanwhile."""

    submit_text = "Dismiss it"
    field_options = {"reason": FieldOptions(count=True, name="reason")}

    class Meta:
        model = DismissedFinding
        fields = ["reason"]
        labels = {"reason": "Why does it not apply here?"}
        help_texts = {"reason": "Write a sentence that a colleague would understand in a year."}
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
