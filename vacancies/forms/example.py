"""Offering an example, finding one, and copying one as a start."""

import re
from functools import partial
from typing import Any

from django import forms

from kls_portal.accounts.models import Organisation, User
from kls_portal.forms import Look, NhsukForm
from kls_portal.forms.once import OnceField
from vacancies.drafting.draft import Draft
from vacancies.drafting.pksb import areas
from vacancies.drafting.sharing import (
    SharedText,
    finds_in,
    main_area,
    shared_texts,
    without_name,
)
from vacancies.models.criterion import LONGEST_CRITERION
from vacancies.models.duty import LONGEST_DUTY, LONGEST_GROUP
from vacancies.models.vacancy import LONGEST_LINE, LONGEST_TEXT, OFFERED_BANDS

BANDS = [(band, f"Band {band}") for band in OFFERED_BANDS]
AREAS = [(area.slug, area.name) for area in areas()]
# Boxes of one line; the others are boxes of several.
LINES = {"title", "contract_length", "place", "reports_to", "supervises"}


class OfferForm(NhsukForm):
    """The copy to offer, text by text. Nothing that looks like personal data passes."""

    submit_text = "Offer this example"

    band = forms.ChoiceField(label="Band", choices=[("", "Choose a band"), *BANDS])
    area = forms.ChoiceField(
        label="Main area of the Professional Knowledge and Skills Base",
        choices=[("", "No area"), *AREAS],
        required=False,
    )
    replace_name = forms.BooleanField(
        label="Write “our Trust” instead of our name", required=False, initial=True
    )

    def __init__(self, *args: Any, draft: Draft, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = shared_texts(draft)
        self.own_name = organisation.name
        self.look = {"area": Look(optional=False)}
        for text in self.texts:
            self._add(text)
        self.fields["key"] = OnceField()
        self.fields["band"].initial = draft.band
        self.fields["area"].initial = main_area(draft)
        self.fields["replace_name"].help_text = f"Your name is {organisation}."

    @property
    def finds(self) -> list[tuple[str, str, str]]:
        """Return (field, label, sentence) for what is found in the version as it was frozen."""
        return [
            (f"id_{text.name}", text.label, find.sentence)
            for text in self.texts
            for find in finds_in(text.name, text.text)
        ]

    @property
    def edits(self) -> dict[str, str]:
        """Return the texts as they were edited, by name. Ask a valid form only."""
        return {text.name: self.cleaned_data[text.name] for text in self.texts}

    def clean(self) -> dict[str, Any]:
        """Write “our Trust” where that was ticked. The words may not grow too long by it."""
        cleaned = super().clean()
        for name in [text.name for text in self.texts if text.name in cleaned]:
            if cleaned.get("replace_name"):
                cleaned[name] = without_name(cleaned[name], self.own_name)
            if len(cleaned[name]) > _longest(name):
                self.add_error(name, "With “our Trust” in it, this is too long. Shorten it")
        return cleaned

    def _add(self, text: SharedText) -> None:
        is_row = re.fullmatch(r"(?:duty|criterion)_\d+", text.name)
        is_line = text.name in LINES or text.name.endswith("_group")
        self.fields[text.name] = forms.CharField(
            label=text.label,
            initial=text.text,
            required=text.name == "title",
            max_length=_longest(text.name),
            widget=forms.TextInput() if is_line else forms.Textarea(attrs={"rows": 3}),
            validators=[partial(_refuse_finds, text.name)],
            help_text="Empty this to leave it out." if is_row else "",
        )
        self.look = {**self.look, text.name: Look(optional=False)}


def _refuse_finds(name: str, text: str) -> None:
    """Raise ValidationError with a sentence for each thing found in the text of a field.

    What is longer than the field takes is refused for that, and not read to the end.
    """
    if len(text) <= _longest(name) and (finds := finds_in(name, text)):
        raise forms.ValidationError(
            [forms.ValidationError(find.sentence, code=find.kind) for find in finds]
        )


def _longest(name: str) -> int:
    if name.endswith("_group"):
        return LONGEST_GROUP
    if name.startswith("duty_"):
        return LONGEST_DUTY
    if name.startswith("criterion_"):
        return LONGEST_CRITERION
    return LONGEST_LINE if name in LINES else LONGEST_TEXT


class FindExamplesForm(NhsukForm):
    """Filters of the library; they stand in the address."""

    form_method = "get"
    mark_optional = False
    submit_text = "Find examples"
    look = {"title": Look(width=20)}

    title = forms.CharField(label="Words in the job title", max_length=LONGEST_LINE, required=False)
    band = forms.ChoiceField(label="Band", choices=[("", "Any band"), *BANDS], required=False)
    area = forms.ChoiceField(label="Area", choices=[("", "Any area"), *AREAS], required=False)


class CopyForm(NhsukForm):
    """What a vacancy made from an example is called and whose it is."""

    submit_text = "Open a vacancy from this example"
    look = {"title": Look(width=30)}

    title = forms.CharField(label="Job title", max_length=LONGEST_LINE)
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label="Organisation")
    key = OnceField()

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(memberships__user=person)
        self.may_open = bool(own := list(field.queryset))
        if len(own) == 1:
            field.initial = own[0]
            field.empty_label = None
