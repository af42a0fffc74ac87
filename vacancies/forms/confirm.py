"""The whole page that confirms an import: texts, duties, criteria and what was not understood."""

from typing import Any

from django.http import QueryDict

from vacancies.forms.parts import (
    DESIRABLE,
    DUTY,
    ESSENTIAL,
    CriterionParts,
    DutyParts,
    LeftParts,
    TextPartsForm,
)
from vacancies.models import Vacancy
from vacancies.reading.fitting import fitted
from vacancies.reading.old_job import OldJob


class ConfirmForms:
    """The four forms of the page, from an old job description or from what was sent."""

    def __init__(
        self, vacancy: Vacancy, data: QueryDict | None = None, job: OldJob | None = None
    ) -> None:
        job = fitted(job or OldJob())
        initial = TextPartsForm.initial_of(job, vacancy)
        self.texts = TextPartsForm(data, vacancy=vacancy, initial=initial)
        self.duties = DutyParts(data, initial=_duties(job, vacancy), prefix="duty")
        self.criteria = CriterionParts(data, initial=_criteria(job, vacancy), prefix="criterion")
        left = [{"text": text} for text in job.not_understood]
        self.left = LeftParts(data, initial=left, prefix="left")

    @property
    def all(self) -> tuple[Any, ...]:
        """Every form and formset, in the order of the page."""
        return self.texts, self.duties, self.criteria, self.left

    @property
    def found_anything(self) -> bool:
        """Whether any part was found at all, understood or not."""
        return bool(self.texts.rows or any(len(formset) for formset in self.all[1:]))

    def is_valid(self) -> bool:
        """Whether everything that was ticked can be written; each form is checked."""
        valid = [form.is_valid() for form in self.all]
        return all(valid)

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen, as `import_parts` takes it."""
        return {
            "key": self.texts.cleaned_data["key"],
            "texts": self.texts.texts,
            "duties": [*self._taken(self.duties, "text", "group"), *self._left(DUTY)],
            "criteria": [
                *self._taken(self.criteria, "text", "category", "essential", "assessed_by"),
                *self._left(ESSENTIAL, category="other", essential=True),
                *self._left(DESIRABLE, category="other", essential=False),
            ],
        }

    def _taken(self, formset: Any, *names: str) -> list[dict[str, Any]]:
        rows = (form.cleaned_data for form in formset)
        return [{name: row[name] for name in names} for row in rows if row.get("take")]

    def _left(self, use: str, **more: Any) -> list[dict[str, Any]]:
        rows = (form.cleaned_data for form in self.left)
        return [{"text": row["text"], **more} for row in rows if row.get("use") == use]


def _duties(job: OldJob, vacancy: Vacancy) -> list[dict[str, Any]]:
    there = {duty.text.casefold() for duty in vacancy.duties.all()}
    return [
        {"text": duty.text, "group": duty.group, "take": duty.text.casefold() not in there}
        for duty in job.duties
    ]


def _criteria(job: OldJob, vacancy: Vacancy) -> list[dict[str, Any]]:
    there = {criterion.text.casefold() for criterion in vacancy.criteria.all()}
    return [
        {
            "text": criterion.text,
            "category": criterion.category,
            "essential": str(criterion.essential),
            "assessed_by": ",".join(criterion.assessed_by),
            "take": criterion.text.casefold() not in there,
        }
        for criterion in job.criteria
    ]
