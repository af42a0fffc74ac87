"""Words that are typed and not saved: what they would make of a draft."""

from dataclasses import replace
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse

from kls_portal.in_words import counted
from vacancies.drafting.extensions import Checked, extensions
from vacancies.drafting.forms.row_set import RowSet
from vacancies.drafting.forms.rows import CriterionRows, DutyRows
from vacancies.drafting.forms.sections import AdvertForm, PostForm, PurposeForm
from vacancies.drafting.rules.fields import Draft
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
NOTHING_FOUND, NOTHING_TO_READ = "We found no problem here.", "There is nothing to check yet."
ROW_SETS: dict[str, type[RowSet]] = {"duties": DutyRows, "person-specification": CriterionRows}


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
    draft: Draft | None = None,
) -> dict[str, Any]:
    """Return what the panel beside a form shows: the findings of a section.

    The form gets the id by which the panel's button sends it; beside a mere list there is none.
    draft: what to check in the place of what is stored.
    """
    panel = findings_of(extensions.check(vacancy, draft), section)
    if form is None:
        return panel
    if isinstance(form, BaseForm):
        form.helper.form_id = FORM_ID  # type: ignore[attr-defined]
    address = reverse("vacancies:typed_check", args=[vacancy.pk, section])
    return panel | {
        "address": address,
        "form_id": FORM_ID,
        "check": CHECK,
    }


def findings_of(found: Checked, section: str) -> dict[str, Any]:
    """Return the findings of a section, and how many in words."""
    findings = found.within(section)
    if findings:
        said = f"{counted(len(findings), 'thing')} to look at."
    elif found.is_written(section):
        said = NOTHING_FOUND
    else:
        said = NOTHING_TO_READ
    return {"findings": findings, "said": said}


def typed_draft(vacancy: Vacancy, section: str, data: Any) -> tuple[Draft, bool]:
    """Return the draft with what is typed in a section's form, and whether all of it could be read.

    A field that is not right stays as stored. `vacancy` takes the typed values and must not be
    saved.
    """
    data = data.copy()
    data["keep_words"] = "on"  # nothing is kept here: a name is read like other words
    if form_class := forms_of_sections().get(section):
        read = _is_within_limits(form_class(data, instance=form_class.row_of(vacancy)))
        return draft_of(vacancy), read
    return _with_rows(vacancy, draft_of(vacancy), section, data)


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
