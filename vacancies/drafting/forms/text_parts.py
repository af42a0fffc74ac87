"""The texts of an old job description to confirm, each with a box to tick."""

from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from kls_portal.forms import NhsukForm
from kls_portal.forms.concurrent_edit import ConcurrentEditMixin
from kls_portal.idempotency import IdempotencyKeyField
from kls_portal.personal_data.sensitive_matches import SensitiveMatch
from vacancies.drafting.rules.field import DescribedField, Kind, written
from vacancies.drafting.rules.fields import FIELDS
from vacancies.drafting.rules.imported import contract_in, contract_length_in, statements_in
from vacancies.posts.forms.fields import OfVacancy
from vacancies.posts.models import Vacancy
from vacancies.reading.old_job import OldJob

PARTS = [one for one in FIELDS if one.imported]
EMPTY = "{} is empty. Enter some text, or untick it"


class TextPart(NamedTuple):
    """A part with its box, the value in the draft now, and whether the two are the same."""

    box: BoundField
    field: BoundField
    value: str
    now: str
    same: bool


class TakenForm(OfVacancy, NhsukForm):
    """Fields that count only if their box is ticked. `box_of` maps fields to boxes."""

    form_tag = False
    box_of: dict[str, str] = {}
    may_be_empty: tuple[str, ...] = ()
    empty_words: dict[str, str] = {}

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        box = self.box_of[name]
        is_taken = box in self.fields and self[box].data
        return super().matches_in(name, text) if is_taken else ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, box in self.box_of.items():
            if not cleaned.get(box):
                self.errors.pop(name, None)
            elif cleaned.get(name, True) in ("", None) and name not in self.may_be_empty:
                label = self.fields[name].label
                self.add_error(name, self.empty_words.get(name, EMPTY).format(label))
        return cleaned


class TextPartsForm(ConcurrentEditMixin, TakenForm):
    """Title, band and the texts of a vacancy, each with a box to tick."""

    mark_optional = False
    box_of = {one.name: f"take_{one.name}" for one in PARTS}
    nameless = tuple(one.name for one in PARTS if one.nameless)
    posts = tuple(one.name for one in PARTS if one.posts)

    key = IdempotencyKeyField()

    def __init__(self, *args: Any, vacancy: Vacancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in PARTS:
            box = forms.BooleanField(label=f"Use for: {one.within}", required=False)
            self.fields[f"take_{one.name}"] = box
            self.fields[one.name] = _form_field(one)
        self.vacancy, self.now = vacancy, {one.name: getattr(vacancy, one.name) for one in PARTS}
        self.remember(self.now)

    @staticmethod
    def initial_of(job: OldJob, vacancy: Vacancy) -> dict[str, Any]:
        """Return the initial data: parts are ticked where the draft is still empty."""
        texts = {one.name: getattr(job, one.imported) for one in PARTS}
        texts |= {"contract": contract_in(job), "contract_length": contract_length_in(job)}
        texts["standard_statements"] = statements_in(job)[0]
        # As it stands in its box and comes back from it.
        texts["hours"] = f"{job.hours:g}" if job.hours else ""
        ticks = {f"take_{n}": bool(t) and not getattr(vacancy, n) for n, t in texts.items()}
        return texts | ticks

    def may_conflict(self) -> bool:
        """Whether a ticked text would replace another one."""
        return any(text != self.now[name] for name, text in self.texts.items())

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the ticked parts, by field name."""
        return {
            name: self.cleaned_data[name]
            for name, box in self.box_of.items()
            if self.cleaned_data.get(box) and name in self.cleaned_data
        }

    @property
    def rows(self) -> list["TextPart"]:
        """The parts that were found or filled in."""
        return [
            TextPart(
                box=self[f"take_{one.name}"],
                field=self[one.name],
                value=_value_shown(one, self[one.name].value()),
                now=self._shown_value(one.name) if self.now[one.name] else "",
                same=self[one.name].value() == written(self.vacancy, one),
            )
            for one in PARTS
            if self[one.name].value() or self[one.name].errors
        ]


def _form_field(one: DescribedField) -> Any:
    column: Any = Vacancy._meta.get_field(one.name)
    box = forms.Textarea(attrs={"rows": one.rows}) if one.kind is Kind.TEXT else None
    form_field = column.formfield(
        label=one.label, required=False, **({"widget": box} if box else {})
    )
    if one.kind is Kind.CHOICE:
        form_field.choices = [("", "Not decided yet"), *column.choices]
    return form_field


def _value_shown(one: DescribedField, value: Any) -> str:
    if one.kind is Kind.CHOICE:
        column: Any = Vacancy._meta.get_field(one.name)
        return str(dict(column.choices).get(value, value))
    return f"{value} {one.suffix}" if one.suffix else str(value)
