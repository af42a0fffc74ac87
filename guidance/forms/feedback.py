"""“Was this page useful?”"""

from __future__ import annotations

from django import forms

from guidance.models.feedback import LONGEST_SENTENCE
from kls_portal.forms import Look, NhsukForm
from kls_portal.forms.careful import refuse_personal_data

ANSWERS = (("yes", "Yes"), ("no", "No"))
TRAP = "website"


class FeedbackForm(NhsukForm):
    """An answer and, if the reader likes, a sentence free of personal details."""

    form_tag = False
    look = {
        "useful": Look(size="s", inline=True),
        "sentence": Look(name="your comment"),
    }

    useful = forms.ChoiceField(
        label="Was this page useful?",
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes if the page was useful"},
    )
    sentence = forms.CharField(
        label="What was missing, wrong or good?",
        required=False,
        max_length=LONGEST_SENTENCE,
        help_text="Do not give personal details: no names, numbers or email addresses."
        " We do not know who you are and cannot answer.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_sentence(self) -> str:
        """Refuse what looks like a person's details, and say what it is."""
        return refuse_personal_data(self.cleaned_data["sentence"])

    @property
    def is_robots(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.data.get(TRAP))
