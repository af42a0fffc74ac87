"""An organisation's own steps and links beneath a page."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from guidance.local_links import LinkError, read_links
from guidance.models import LocalSteps
from kls_portal.forms import Look
from kls_portal.forms.seen import SeenForm


class LocalStepsForm(SeenForm):
    """Typed text and links. `save` is not for it: `guidance.services.local_steps` keeps it."""

    form_tag = False
    look = {
        "text": Look(size="m", count=True, threshold=75, name="your own steps"),
        "links": Look(size="m", name="the links"),
    }

    class Meta:
        model = LocalSteps
        fields = ("text", "links")
        labels = {"text": "Your own steps", "links": "Links"}
        help_texts = {
            "text": "Plain text. Begin a line with “- ” to make a list. Do not give details of"
            " anybody who applies or starts.",
            "links": "One on each line: what it is, then its address. For example: Our induction"
            " policy https://intranet.example.nhs.uk/induction",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8}),
            "links": forms.Textarea(attrs={"rows": 4}),
        }

    def clean_links(self) -> str:
        """Refuse a line that is no link, and say which."""
        links = self.cleaned_data["links"]
        try:
            read_links(links)
        except LinkError as error:
            raise ValidationError(str(error)) from error
        return links
