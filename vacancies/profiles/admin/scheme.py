"""Admin of the scheme's points, bands and limits: corrected here, never added or deleted."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.forms import BaseModelFormSet
from django.http import HttpRequest

from kls_portal.reference.admin import LoadedAdmin
from vacancies.profiles.models import BANDS, BandRange, FactorLevel, MatchingLimit
from vacancies.profiles.rules.bands import RULE_OF_FIXED_FACTOR
from vacancies.profiles.rules.loading import limits, scheme
from vacancies.profiles.rules.profile import Fault, faults_of_bands, faults_of_points

HIGHEST_LIMIT = 16


def faults_among(levels: Iterable[FactorLevel]) -> list[Fault]:
    points: dict[str, dict[int, int]] = {}
    for row in levels:
        points.setdefault(row.factor, {})[row.level] = row.points
    return [fault for factor, pairs in points.items() for fault in faults_of_points(factor, pairs)]


def faults_between(bands: Iterable[BandRange]) -> list[Fault]:
    """Return the faults in these bands: a gap, an overlap, or a reversed range."""
    rows = sorted(bands, key=lambda row: BANDS.index(row.band))
    return list(faults_of_bands([(row.band, row.min_score, row.max_score) for row in rows]))


class TogetherFormSet(BaseModelFormSet):
    """Interdependent rows: the entered values are validated together with all stored ones."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Label each field for screen readers, as the list has only column headings and no help."""
        super().add_fields(form, index)
        for field in form.fields.values():
            field.help_text = ""
        for visible in form.visible_fields():
            visible.field.widget.attrs["aria-label"] = f"{visible.label}, {form.instance}"

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        forms_by_code = {form.instance.code: form for form in self.forms}
        rows = {row.code: row for row in self.model.objects.select_for_update()}
        rows |= {code: form.instance for code, form in forms_by_code.items()}
        judge = faults_between if self.model is BandRange else faults_among
        for fault in judge(rows.values()):
            form = forms_by_code.get(fault.at)
            if form is not None and fault.field in form.fields:
                form.add_error(fault.field, fault.sentence)
                # The formset has already counted its errors.
                self._errors[self.forms.index(form)] = form.errors  # type: ignore[attr-defined]
            else:
                raise forms.ValidationError(fault.sentence)


class SchemeAdmin(LoadedAdmin):
    """Rows of the scheme; numbers are corrected in the list, where they can be compared."""

    actions = None
    never = ("add", "delete")  # the scheme has a fixed set of rows

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_formset(request, formset=TogetherFormSet, **kwargs)

    @transaction.atomic
    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, extra_context)


@admin.register(FactorLevel)
class FactorLevelAdmin(SchemeAdmin):
    list_display = ["code", "factor_name", "level", "points", "confirmed"]
    list_editable = ["points", "confirmed"]
    list_filter = ["factor", "confirmed"]
    fields = ["code", "factor", "level", "points", "source", "confirmed"]
    readonly_fields = ["factor", "level", "points"]

    @admin.display(description="factor", ordering="factor")
    def factor_name(self, row: FactorLevel) -> str:
        return scheme().factor(row.factor).name


@admin.register(BandRange)
class BandRangeAdmin(SchemeAdmin):
    list_display = ["code", "band", "min_score", "max_score", "confirmed"]
    list_editable = ["min_score", "max_score", "confirmed"]
    fields = ["code", "band", "min_score", "max_score", "source", "confirmed"]
    readonly_fields = ["band", "min_score", "max_score"]


class LimitForm(forms.ModelForm):
    class Meta:
        model = MatchingLimit
        fields = ["value", "source", "confirmed", "doubt"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shipped = getattr(limits(), self.instance.code, None)
        self.fields["value"] = _field_like(shipped)


def _field_like(shipped: Any) -> forms.Field:
    if isinstance(shipped, bool):
        return forms.BooleanField(required=False, label="Allowed")
    if isinstance(shipped, int):
        return forms.IntegerField(
            min_value=0,
            max_value=HIGHEST_LIMIT,
            label="Number",
            help_text=f"A whole number from 0 to {HIGHEST_LIMIT}.",
            error_messages={"invalid": f"Enter a whole number from 0 to {HIGHEST_LIMIT}."},
        )
    names = [(code, f"{code} {scheme().factor(code).name}") for code in RULE_OF_FIXED_FACTOR]
    return forms.MultipleChoiceField(
        choices=names,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Factors that must match",
        help_text="Only factors that a rule forbids to vary.",
    )


@admin.register(MatchingLimit)
class MatchingLimitAdmin(SchemeAdmin):
    form = LimitForm
    list_display = ["code", "value", "confirmed"]
    fields = ["code", "value", "source", "confirmed", "doubt"]
