"""The parts of an old job description to confirm, one by one.

All values are carried in the form itself and validated again, as if the person had typed them.
Parts that are not ticked are neither validated nor written.
"""

from typing import Any, ClassVar

from django import forms

from kls_portal.forms import FieldOptions, NhsukForm
from vacancies.drafting.forms.text_parts import PARTS, TakenForm
from vacancies.drafting.models import draft
from vacancies.drafting.rules.draft import METHODS
from vacancies.posts.forms.fields import LongTextField
from vacancies.profiles.rules.loading import scheme
from vacancies.profiles.rules.scheme import LONGEST_EVIDENCE
from vacancies.reading.old_job import MOST_CRITERIA, MOST_DUTIES, MOST_LEFT

MOST_EVIDENCE = 16
NO_ROOM = "This text is too long for the evidence sheet. Shorten it, or untick it"
DUTY, ESSENTIAL, DESIRABLE = "duty", "essential", "desirable"
ALL_ESSENTIAL, ALL_DESIRABLE = "True", "False"
LEVELS = ((ALL_ESSENTIAL, "Essential"), (ALL_DESIRABLE, "Desirable"))


def _factors() -> list[tuple[str, str]]:
    return [(factor.code, factor.name) for factor in scheme().factors]


USES: list[tuple[str, Any]] = [
    ("", "Leave them out"),
    (
        "Lists",
        [
            (DUTY, "A duty each"),
            (ESSENTIAL, "An essential criterion each"),
            (DESIRABLE, "A desirable criterion each"),
        ],
    ),
    ("The post", [(one.name, one.label) for one in PARTS]),
    ("Evidence for the panel", _factors()),
]


class PartForm(TakenForm):
    """A part of a list. `labels`: of the fields that count only if it is ticked, by number."""

    mark_optional = False
    one: ClassVar[str]
    labels: ClassVar[dict[str, str]]
    nameless: tuple[str, ...] = ("text",)

    take = forms.BooleanField(required=False)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.box_of = dict.fromkeys(cls.labels, "take")


class DutyPartForm(PartForm):
    one = "duty"
    labels = {"text": "Duty {}", "group": "Group of duty {}"}
    field_options = {"group": FieldOptions(width=20)}
    nameless = ("text", "group")
    may_be_empty = ("group",)

    text = LongTextField(most=draft.LONGEST_DUTY, rows=2, required=False)
    group = forms.CharField(max_length=draft.LONGEST_GROUP, required=False)
    share = forms.IntegerField(min_value=1, max_value=100, required=False, widget=forms.HiddenInput)

    @property
    def said(self) -> str:
        share = self["share"].value()
        return f"{share}% of the time" if share else ""


class CriterionPartForm(PartForm):
    """One criterion that was found, with the assessment methods that the portal knows."""

    one = "criterion"
    labels = {
        "text": "Criterion {}",
        "category": "Category of criterion {}",
        "essential": "Is criterion {} essential?",
    }

    level_of_all = ""
    empty_words = {"essential": "{} Choose one, or untick it"}

    text = LongTextField(most=draft.LONGEST_CRITERION, rows=2, required=False)
    category = forms.ChoiceField(choices=draft.Criterion.Category.choices, required=False)
    essential = forms.TypedChoiceField(
        choices=[("", "Choose"), *LEVELS],
        coerce=lambda value: str(value) == "True",
        empty_value=None,
        required=False,
    )
    assessed_by = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_essential(self) -> bool | None:
        level: bool | None = self.cleaned_data["essential"]
        return self.level_of_all == ALL_ESSENTIAL if level is None and self.level_of_all else level

    def clean_assessed_by(self) -> list[str]:
        sent = self.cleaned_data["assessed_by"].split(",")
        return [method for method in METHODS if method in sent]

    @property
    def is_asked(self) -> bool:
        """Whether the person must choose its level, because none was found."""
        return not self["essential"].initial and self["essential"].value() in ("", None)

    @property
    def said(self) -> str:
        sent = (self["assessed_by"].value() or "").split(",")
        level = dict(LEVELS).get(self["essential"].value() or "", "")
        category = dict(draft.Criterion.Category.choices).get(self["category"].value(), "")
        methods = [name for method, name in METHODS.items() if method in sent]
        how = f"Assessed by: {', '.join(methods)}" if methods else ""
        return ". ".join(filter(None, (level, category, how)))


class EvidencePartForm(PartForm):
    """The evidence found for one factor. `existing`: the evidence so far, by factor."""

    one = "evidence"
    labels = {"text": "Evidence {}"}

    existing: dict[str, str] = {}

    factor = forms.ChoiceField(choices=_factors, widget=forms.HiddenInput)
    text = LongTextField(most=LONGEST_EVIDENCE, required=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        before = self.existing.get(self.cleaned_data.get("factor", ""), "")
        if len(before) + len(text) >= LONGEST_EVIDENCE and text not in before:
            raise forms.ValidationError(NO_ROOM)
        return text

    @property
    def name(self) -> str:
        code = self["factor"].value() or ""
        return dict(_factors()).get(code, "")


class LeftPartForm(NhsukForm):
    """A text that belongs to no part. If ticked, it goes to the part chosen for all such texts."""

    form_tag = False
    one = "text"
    labels = {"take": "Text {}"}

    take = forms.BooleanField(required=False)
    text = forms.CharField(required=False, widget=forms.HiddenInput)
    standard = forms.BooleanField(required=False, widget=forms.HiddenInput)


class AnswersForManyForm(NhsukForm):
    """Answers for many at once: the part for ticked texts, the level for criteria without one."""

    form_tag = mark_optional = False

    use = forms.ChoiceField(label="What are the ticked texts?", choices=USES, required=False)
    level = forms.ChoiceField(
        label="Which level have criteria that show none?",
        help_text="The text does not say which are essential. You can also choose for each below.",
        choices=[
            ("", "Choose for each below"),
            (ALL_ESSENTIAL, "All are essential"),
            (ALL_DESIRABLE, "All are desirable"),
        ],
        required=False,
    )


class _Parts(forms.BaseFormSet):
    """A formset that numbers its rows from 1."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Number the labels of a row, so that they are unique on the page."""
        super().add_fields(form, index)
        number = (index or 0) + 1
        form.keep_label = f"Keep the words of {form.one} {number}"
        for name, label in form.labels.items():
            form.fields[name].label = label.format(number)


def _rows_of(form: type[forms.Form], most: int) -> Any:
    return forms.formset_factory(form, formset=_Parts, extra=0, max_num=most, absolute_max=most)


DutyParts = _rows_of(DutyPartForm, MOST_DUTIES)
CriterionParts = _rows_of(CriterionPartForm, MOST_CRITERIA)
EvidenceParts = _rows_of(EvidencePartForm, MOST_EVIDENCE)
LeftParts = _rows_of(LeftPartForm, MOST_LEFT)
