"""Fields and forms shared by several features: rows to choose, sections, kept texts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from crispy_forms.layout import HTML, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from kls_portal.accounts.models import Organisation, User
from kls_portal.accounts.permissions import Action, organisations_for
from kls_portal.calendar.working_days import months_after
from kls_portal.forms import DateInputField
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from kls_portal.forms.nameless import NamelessMixin
from kls_portal.personal_data.sensitive_matches import (
    SensitiveMatch,
    health_matches,
    sensitive_matches,
)
from vacancies.posts.models import OrganisationText, Vacancy

HINT = "Leave out details of health, NHS numbers and private phone numbers."


class SensitiveTextMixin(NamelessMixin):
    """A form whose `sensitive` fields should hold no details of health and no contact details.

    Names are allowed there (“Meet Dr Shah” belongs in a plan), unless the field is also in
    `nameless` or `posts`.
    """

    sensitive: tuple[str, ...] = ()
    kept_for = "You have looked at them, and everyone with this plan may read them."

    @property
    def asked_about(self) -> tuple[str, ...]:
        """The fields whose texts are screened before they are stored."""
        return (*self.sensitive, *super().asked_about)

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return the matches to review in the text of the field `name`."""
        if name not in super().asked_about:
            return sensitive_matches(text)
        health = health_matches(text) if name in self.sensitive else ()
        return (*super().matches_in(name, text), *health)


class OfVacancy(SensitiveTextMixin):
    kept_for = "You have looked at them, and everyone who works on this vacancy may read them."


class HealthMixin(SensitiveTextMixin):
    """A form that queries details of health only, because it refuses personal data itself."""

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        return health_matches(text)


class RowsField(forms.ModelMultipleChoiceField):
    """A choice of several rows, which refuses any that was not offered.

    Django's own field passes any number to the database, which fails on one that is too large.
    """

    queryset: QuerySet[Any]
    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> QuerySet:
        """Return the chosen rows. Raises ValidationError for one that is not offered."""
        offered = {str(key) for key in self.queryset.values_list("pk", flat=True)}
        for key in value or ():
            if str(key) not in offered:
                raise ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": str(key)[:20]},
                )
        return super().clean(value)


class LongTextField(forms.CharField):
    """A text of at most `most` characters in a box of so many rows."""

    def __init__(self, label: str = "", *, most: int, rows: int = 3, **kwargs: Any) -> None:
        box = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, max_length=most, widget=box, **kwargs)


class ForOrganisation(forms.Form):
    """A form for one of a person's organisations, of which one alone is chosen already.

    scope: the person may edit what they open in it, as for `organisations_for`.
    """

    scope = "own"
    fields: dict[str, Any]

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label="Organisation")

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = self.offered_to(person)
        first = list(field.queryset[:2])
        if len(first) == 1:
            field.initial, field.empty_label = first[0], None

    def offered_to(self, person: User) -> QuerySet[Organisation]:
        return organisations_for(person, Action.EDIT, scope=self.scope)


class WholeNumberField(forms.IntegerField):
    """A whole number from `least` to `most`, which may stay empty."""

    def __init__(self, label: str, *, most: int, least: int = 1, **kwargs: Any) -> None:
        super().__init__(label=label, required=False, min_value=least, max_value=most, **kwargs)


class PoundsField(forms.DecimalField):
    """An amount in pounds; “£1,250.00” is read like “1250”."""

    def to_python(self, value: Any) -> Decimal | None:
        """Return the amount. Raises ValidationError if it is not a number."""
        if isinstance(value, str):
            value = value.strip().removeprefix("£").replace(",", "")
        return super().to_python(value)


class SectionForm(ConcurrentEditForm):
    """A section of a vacancy, saved separately and possibly incomplete."""

    submit_text = "Save and continue"

    @staticmethod
    def row_of(vacancy: Vacancy, *, anew: bool = False) -> Model:
        """Return the row that the form changes. anew: query it again, whatever was fetched."""
        return vacancy

    def prepare(self) -> None:
        """Add what only a page that shows the form needs."""


NOTHING_TO_KEEP = "Enter the text that you want to keep, or untick the box"
USE, REPLACE, KEEP = "use_text", "replace_text", "keep_text"
# The Enter key presses the first button of a form, so that must be the one that saves.
FIRST_BUTTON = '<button type="submit" hidden>Save</button>'


@dataclass
class Offer:
    """An organisation's kept text for one field.

    state: "", "asks" (the field holds other words) or "filled" (with the kept text).
    """

    name: str
    text: str
    state: str = ""

    def render(self, *_: Any, **__: Any) -> SafeString:
        return render_to_string("vacancies/posts/partials/text_offer.html", {"offer": self})


class TextsForm(SectionForm):
    """A section with reusable texts in the fields `texts` (kinds of OrganisationText)."""

    texts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.instance.organisation
        kept = OrganisationText.objects.filter(organisation=organisation, kind__in=self.texts)
        self.offers = {row.kind: Offer(row.kind, row.text) for row in kept}
        for name in self.texts:
            replaces = " It replaces the text that you keep now." if name in self.offers else ""
            self.fields[f"keep_{name}"] = forms.BooleanField(
                label=f"Keep this text for other vacancies of {organisation}",
                required=False,
                help_text=f"Kept when you select “{self.submit_text}”.{replaces}",
            )
        self.layout = Layout(HTML(FIRST_BUTTON), *self._layout_rows())

    def _layout_rows(self) -> list[Any]:
        rows: list[Any] = []
        for name in self._meta.fields or ():
            rows.append(name)
            if name in self.offers:
                rows.append(self.offers[name])
            if name in self.texts:
                rows.append(f"keep_{name}")
        return rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in self.texts:
            if cleaned.get(f"keep_{name}") and not cleaned.get(name, "").strip():
                self.add_error(f"keep_{name}", NOTHING_TO_KEEP)
        return cleaned

    @property
    def to_keep(self) -> dict[str, str]:
        """The texts to keep for the organisation, by kind, once the form is valid."""
        ticked = (name for name in self.texts if self.cleaned_data.get(f"keep_{name}"))
        return {name: self.cleaned_data[name] for name in ticked}


def asked_for_text(data: QueryDict | None) -> bool:
    """Whether a button for a kept text of the organisation was pressed."""
    return data is not None and any(name in data for name in (USE, REPLACE, KEEP))


def with_text(form: TextsForm, data: QueryDict) -> TextsForm:
    """Return the form with the typed values, and the kept text filled in where it was asked for.

    If the field holds other words, they stay and the offer asks before it replaces them.
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


MONTHS_BACK, MONTHS_AHEAD = 12, 24
"""How far a date may be from today. House defaults: a late induction is still planned, and what is
further off is probably a typo."""


def keep_near(field: DateInputField, stored: date | None = None) -> None:
    """Limit a date to months near today, to catch typing errors; a stored date stays valid."""
    today = localdate()
    field.earliest = min(months_after(today, -MONTHS_BACK), stored or today)
    field.latest = max(months_after(today, MONTHS_AHEAD), stored or today)
