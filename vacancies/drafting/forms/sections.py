"""Forms of the sections of a draft that are a single form, including the advert."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.db.models import Model

from kls_portal.forms import DateInputField, FieldOptions
from kls_portal.operation.site_version import reading_day
from kls_portal.reference.facts import fact_table
from vacancies.drafting.models.draft import AdvertText
from vacancies.drafting.rules.field import DescribedField, Kind
from vacancies.drafting.rules.fields import in_section
from vacancies.drafting.services.drafting import advert_limits, advert_row, facts_for_advert
from vacancies.posts.forms.fields import HINT, OfVacancy, SectionForm, TextsForm
from vacancies.posts.forms.vacancy import BAND_CHOICES, BAND_HINT, ProfileChoice
from vacancies.posts.models import Vacancy
from vacancies.posts.services import pay_of
from vacancies.rulebook.figures import full_time_hours


class _Address(forms.URLField):
    """A URL; https is assumed if the scheme is missing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "assume_scheme": "https"})


_CLASSES: dict[Kind, type[forms.Field]] = {Kind.ADDRESS: _Address, Kind.DATE: DateInputField}


def meta_of(
    model: type[Model],
    fields: Collection[DescribedField],
    *more: str,
    **widgets: type[forms.Widget],
) -> type[Any]:
    """Return the Meta of the form that asks for these fields.

    more: columns that are not among them. widgets: of fields that are not texts.
    """
    options = {
        "model": model,
        "fields": [*(one.name for one in fields), *more],
        "labels": {one.name: one.question or one.label for one in fields},
        "field_classes": {one.name: _CLASSES[one.kind] for one in fields if one.kind in _CLASSES},
        "help_texts": {
            one.name: f"{one.hint} {HINT}".strip() if one.health else one.hint for one in fields
        },
        "widgets": {
            **{
                one.name: forms.Textarea(attrs={"rows": one.rows})
                for one in fields
                if one.kind is Kind.TEXT
            },
            **widgets,
        },
    }
    return type("Meta", (), options)


def options_of(fields: Iterable[DescribedField]) -> dict[str, FieldOptions]:
    return {
        one.name: FieldOptions(
            width=one.width,
            suffix=one.suffix,
            count=one.kind is Kind.TEXT,
            optional=one.marked and not one.missing,
            name=one.called,
        )
        for one in fields
    }


def _names(section: str, fact: str) -> tuple[str, ...]:
    return tuple(one.name for one in in_section(section) if getattr(one, fact))


class PostForm(OfVacancy, TextsForm):
    nameless, posts = _names("post", "nameless"), _names("post", "posts")
    texts = _names("post", "kept")
    field_options = options_of(in_section("post"))

    band = forms.ChoiceField(
        label="Band you expect", choices=BAND_CHOICES, required=False, help_text=BAND_HINT
    )
    profile = ProfileChoice()

    Meta = meta_of(
        Vacancy, in_section("post"), "manages_people", "works_alone", contract=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contract"].choices = Vacancy.Contract.choices
        self.fields["profile"].keep(self.instance.profile_id)
        if self.instance.organisation_id:
            full = full_time_hours(self.instance.organisation.nation, reading_day(), fact_table())
            self.fields["hours"].help_text = f"Full time is usually {full:g}." if full else ""


class PurposeForm(OfVacancy, TextsForm):
    nameless, posts = _names("purpose", "nameless"), _names("purpose", "posts")
    texts = _names("purpose", "kept")
    field_options = options_of(in_section("purpose"))
    Meta = meta_of(Vacancy, in_section("purpose"))


class AdvertForm(SectionForm):
    """The texts written only for the advert. The counters use the limits of the boxes.

    Texts above a limit are still saved; the pack says which are too long.
    """

    field_options = options_of(in_section("advert"))
    Meta = meta_of(AdvertText, in_section("advert"))

    def prepare(self) -> None:
        self.facts = facts_for_advert(self.instance.vacancy)
        pay, limits = pay_of(self.instance.vacancy), advert_limits()
        for name, hint in (("pay", pay.hint), ("pay_pro_rata", pay.pro_rata_hint)):
            # A bound field took its hint when the form was checked.
            self[name].help_text = hint or self[name].help_text
        for one in in_section("advert"):
            if one.box in limits:
                self.fields[one.name].max_length = limits[one.box].most

    @staticmethod
    def row_of(vacancy: Vacancy, *, anew: bool = False) -> Model:
        return advert_row(vacancy, anew=anew)


FORMS: dict[str, type[SectionForm]] = {
    "post": PostForm,
    "purpose": PurposeForm,
    "advert": AdvertForm,
}
"""The forms of the sections that are a single form, by slug; features add theirs at start-up."""
