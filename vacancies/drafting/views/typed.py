"""Words that are typed and not saved: what they would make of a draft."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from vacancies.drafting.extensions import Checked, extensions
from vacancies.drafting.fields import Draft
from vacancies.drafting.forms.rows import CriterionForm, DutyRows, NewCriterionForm
from vacancies.drafting.forms.sections import AdvertForm, PostForm, PurposeForm
from vacancies.drafting.rules.draft import Criterion
from vacancies.drafting.services.drafting import draft_of
from vacancies.posts.forms.fields import SectionForm
from vacancies.posts.models import Vacancy

CHECK = "check_typed"
FORM_ID = "draft-form"
FORMS: dict[str, type[SectionForm]] = {
    "post": PostForm,
    "purpose": PurposeForm,
    "advert": AdvertForm,
}
NOTHING_FOUND, NOTHING_TO_READ = "Nothing to point out here.", "Nothing to read yet."
ROW_SETS: dict[str, Any] = {"duties": DutyRows}
ROWS = ("duties", "person-specification")
NEW = 0
"""The id that a row has in the draft while it is typed and not stored."""


def forms_of_sections() -> dict[str, type[SectionForm]]:
    """Return the form of each section that is one form, by slug."""
    return FORMS | extensions.forms


def asked_to_check(request: HttpRequest) -> bool:
    """Whether somebody pressed the button that checks without saving."""
    return request.method == "POST" and CHECK in request.POST


def findings_panel(
    vacancy: Vacancy,
    section: str,
    form: Any = None,
    row: int | None = None,
    draft: Draft | None = None,
) -> dict[str, Any]:
    """Return what the panel beside a form shows: the findings of a section or of one row.

    The form gets the id by which the panel's button sends it; beside a mere list there is none.
    draft: what to check in the place of what is stored.
    """
    panel = findings_of(extensions.check(vacancy, draft), section, row)
    if form is None:
        return panel
    if isinstance(form, BaseForm):
        form.helper.form_id = FORM_ID  # type: ignore[attr-defined]
    address = reverse("vacancies:typed_check", args=[vacancy.pk, section])
    return panel | {
        "address": address if row is None else f"{address}?row={row}",
        "form_id": FORM_ID,
        "check": CHECK,
    }


def findings_of(found: Checked, section: str, row: int | None = None) -> dict[str, Any]:
    """Return the findings of a section, or of one of its rows, and how many in words."""
    findings = found.within(section, row)
    if findings:
        said = f"{len(findings)} point{'s' * (len(findings) != 1)} to think about."
    elif found.is_written(section, row):
        said = NOTHING_FOUND
    else:
        said = NOTHING_TO_READ
    return {"findings": findings, "said": said}


def typed_draft(vacancy: Vacancy, section: str, row: int | None, data: Any) -> tuple[Draft, bool]:
    """Return the draft with what is typed in a section's form, and whether all of it could be read.

    A field that is not right stays as stored. `vacancy` takes the typed values and must not be
    saved. row: id of the duty or criterion, NEW for one that is added. Raises Http404 for a row
    that is not the vacancy's.
    """
    data = data.copy()
    data["keep_words"] = "on"  # nothing is kept here: a name is read like other words
    if form_class := forms_of_sections().get(section):
        read = _is_within_limits(form_class(data, instance=form_class.row_of(vacancy)))
        return draft_of(vacancy), read
    draft = draft_of(vacancy)
    if section in ROW_SETS:
        return _with_rows(vacancy, draft, section, data)
    return _with_criterion(vacancy, draft, row, data)


def _is_within_limits(form: Any) -> bool:
    """Validate; a typed form is read although it is old, half-filled or without its key."""
    form.is_valid()
    codes = {error.code for found in form.errors.as_data().values() for error in found}
    return "max_length" not in codes


def _with_rows(vacancy: Vacancy, draft: Draft, section: str, data: Any) -> tuple[Draft, bool]:
    """The draft with the rows of a section as they are typed; new ones have numbers below 0."""
    name = "duties" if section == "duties" else "criteria"
    rows = ROW_SETS[section](data, vacancy=vacancy, rows=getattr(vacancy, name).all())
    rows.is_valid()
    wrong = [e for form in rows.forms for found in form.errors.as_data().values() for e in found]
    typed: dict[str, Any] = {
        name: tuple(
            form.typed(form.instance.pk or -place)
            for place, form in enumerate(rows.forms, start=1)
            if form.cleaned_data.get("text")
        )
    }
    return replace(draft, **typed), all(error.code != "max_length" for error in wrong)


def _with_criterion(
    vacancy: Vacancy, draft: Draft, row: int | None, data: Any
) -> tuple[Draft, bool]:
    stored = get_object_or_404(vacancy.criteria, pk=row) if row else None
    form = (
        CriterionForm(data, instance=stored, vacancy=vacancy)
        if stored
        else NewCriterionForm(data, vacancy=vacancy)
    )
    read = _is_within_limits(form)
    text = form.cleaned_data.get("text", "")
    if not text:
        return draft, read
    new = Criterion(
        id=stored.pk if stored else NEW,
        category=form.cleaned_data.get("category", ""),
        essential=form.cleaned_data.get("essential", True) is not False,
        text=text,
        assessed_by=tuple(form.cleaned_data.get("assessed_by") or ()),
        duties=tuple(duty.pk for duty in form.cleaned_data.get("duties") or ()),
    )
    return replace(draft, criteria=_put(draft.criteria, new)), read


def _put(rows: Sequence[Any], new: Any) -> tuple[Any, ...]:
    """The rows with `new` in the place of the one of its id, or at the end."""
    if any(row.id == new.id for row in rows):
        return tuple(new if row.id == new.id else row for row in rows)
    return (*rows, new)
