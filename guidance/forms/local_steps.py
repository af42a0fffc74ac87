"""An organisation's own steps and links beneath a page."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from guidance.local_links import LinkError, read_links
from guidance.models import LocalSteps
from kls_portal.forms import Look
from kls_portal.forms.careful import NamelessMixin
from kls_portal.forms.seen import SeenForm
from kls_portal.personal_data.concerns import Concern, personal_concerns


class LocalStepsForm(NamelessMixin, SeenForm):
    """Typed text and links. `save` is not for it: `guidance.services.local_steps` keeps it."""

    nameless = ("text",)
    kept_for = "You have looked at them, and everybody of your organisation may read them."

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

    def concerns_in(self, name: str, text: str) -> tuple[Concern, ...]:
        """Ask about names alone: steps say how to reach a team."""
        return personal_concerns(text, ("name",))

    def clean_links(self) -> str:
        """Refuse a line that is no link, and say which."""
        links = self.cleaned_data["links"]
        try:
            read_links(links)
        except LinkError as error:
            raise ValidationError(str(error)) from error
        return links
