"""Forms to check a text and to dismiss a finding."""

import re

from django import forms
from django.core.files.uploadedfile import UploadedFile

from kls_portal.file_size import LARGEST
from kls_portal.forms import FieldOptions
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from vacancies.checks.models import DismissedFinding
from vacancies.checks.reach import TEXTS
from vacancies.drafting.forms.importing import FileOrTextForm
from vacancies.reading.files import FileText, pasted_text, read_file
from vacancies.reading.old_job import MOST_LINES, ReadingError

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


class CheckForm(FileOrTextForm):
    """The text to check and its kind. In a valid form, `cleaned_data["text"]` is the FileText."""

    form_tag = False
    pasted_in = "pasted"
    neither = ("pasted", "Paste a text or choose a file")
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

    def read_file(self, file: UploadedFile) -> None:
        self._take(read_file(file.read(), file.name or "", LONGEST_PASTED))

    def read_text(self, text: str) -> None:
        self._take(pasted_text(text))

    def _take(self, text: FileText) -> None:
        if len(_LINE_OR_CELL.findall(text.text)) > MOST_LINES:
            raise ReadingError(TOO_MANY_LINES)
        self.cleaned_data["text"] = text


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
