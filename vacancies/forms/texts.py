"""A section that can take a text its organisation uses everywhere, and keep one for the next."""

from dataclasses import dataclass
from typing import Any, ClassVar

from crispy_forms.layout import Layout
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kls_portal.forms import Look
from kls_portal.forms.layout import HTML
from vacancies.forms.section import SectionForm
from vacancies.models import OrganisationText

NOTHING_TO_KEEP = "Write the text that you want to keep, or untick the box"
USE, REPLACE, KEEP = "use_text", "replace_text", "keep_text"
# Enter in a box presses the first button of a form: let that be the one that saves.
FIRST_BUTTON = '<button type="submit" hidden>Save</button>'


@dataclass
class Offer:
    """The text of an organisation for one field.

    state: "", "asks" (the field holds other words) or "filled" (with the text).
    """

    name: str
    text: str
    state: str = ""

    def render(self, *_: Any, **__: Any) -> SafeString:
        """Return the buttons below the field."""
        return render_to_string("vacancies/partials/text_offer.html", {"offer": self})


class TextsForm(SectionForm):
    """A section with reusable texts in the fields named by `texts` (kinds of OrganisationText)."""

    texts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.instance.organisation
        kept = OrganisationText.objects.filter(organisation=organisation, kind__in=self.texts)
        self.offers = {row.kind: Offer(row.kind, row.text) for row in kept}
        for name in self.texts:
            replaces = " It takes the place of the text kept now." if name in self.offers else ""
            self.fields[f"keep_{name}"] = forms.BooleanField(
                label=f"Keep this text for other vacancies of {organisation}",
                required=False,
                help_text=f"Kept when you press “{self.submit_text}”.{replaces}",
            )
        self.look = {**self.look, **{f"keep_{name}": Look(optional=False) for name in self.texts}}
        self.layout = Layout(HTML(FIRST_BUTTON), *self._rows())

    def _rows(self) -> list[Any]:
        rows: list[Any] = []
        for name in self._meta.fields or ():
            rows.append(name)
            if name in self.offers:
                rows.append(self.offers[name])
            if name in self.texts:
                rows.append(f"keep_{name}")
        return rows

    def clean(self) -> dict[str, Any]:
        """Nothing is kept of an empty field."""
        cleaned = super().clean()
        for name in self.texts:
            if cleaned.get(f"keep_{name}") and not cleaned.get(name, "").strip():
                self.add_error(f"keep_{name}", NOTHING_TO_KEEP)
        return cleaned

    @property
    def to_keep(self) -> dict[str, str]:
        """Return the texts to keep for the organisation, by kind, once the form is valid."""
        ticked = (name for name in self.texts if self.cleaned_data.get(f"keep_{name}"))
        return {name: self.cleaned_data[name] for name in ticked}


def asked_for_text(data: QueryDict | None) -> bool:
    """Whether somebody pressed a button for a text of the organisation."""
    return data is not None and any(name in data for name in (USE, REPLACE, KEEP))


def with_text(form: TextsForm, data: QueryDict) -> TextsForm:
    """Return the form with everything as typed, and the text asked for in its field.

    Where the field holds other words, they stay and the offer asks before it replaces them.
    """
    typed = {
        name: field.widget.value_from_datadict(data, {}, name)
        for name, field in form.fields.items()
    }
    kind = data.get(USE) or data.get(REPLACE) or ""
    offer = form.offers.get(kind)
    state = ""
    if offer:
        words = (typed[kind] or "").replace("\r\n", "\n").strip()
        state = "asks" if USE in data and words not in ("", offer.text.strip()) else "filled"
        typed[kind] = typed[kind] if state == "asks" else offer.text
    filled = type(form)(instance=form.instance, initial=typed)
    if offer and kind in filled.offers:
        filled.offers[kind].state = state
    return filled
