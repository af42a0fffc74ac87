"""Marks words of a page as a claim without the rich-text editor: type the words, choose a claim."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guidance.claim_marks import mark
from guidance.models import Claim

MISSING = "Give the words of the text that make this claim."
LOST = (
    "These words do not stand in the text in one run. Copy them from it; they may not begin or end"
    " inside a link, bold text or words that are marked already."
)


class ClaimChoice(forms.Form):
    """Two fields of the page form. What is chosen is marked in `body` once that is clean."""

    claim_words = forms.CharField(
        required=False,
        max_length=500,
        label="Words to mark",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Copy the words from the text. In the editor, select them and press “Claim”.",
    )
    claim = forms.ModelChoiceField(
        Claim.objects.all(),
        required=False,
        to_field_name="code",
        label="Is this claim",
        help_text="To add a claim or its source, open “Claims” in the admin first.",
    )

    def mark_claim(self, cleaned: dict[str, Any]) -> None:
        """Mark the words in `body`, or say what is missing at its field."""
        words, claim = cleaned.get("claim_words", ""), cleaned.get("claim")
        if words and not claim:
            self.add_error("claim", "Choose the claim that these words make.")
        elif claim and not words:
            self.add_error("claim_words", ValidationError(MISSING, code="missing"))
        elif claim and "body" in cleaned:
            marked = mark(cleaned["body"], words, claim.code)
            if marked is None:
                self.add_error("claim_words", ValidationError(LOST, code="not-in-the-text"))
            else:
                cleaned["body"] = marked
