"""Checks of a draft with input that is not saved yet."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse

from kls_portal.in_words import counted
from vacancies.drafting.extensions import Checked, extensions
from vacancies.drafting.forms.rows import ROW_SETS
from vacancies.drafting.forms.sections import FORMS
from vacancies.drafting.rules.field import SECTIONS
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.services.drafting import criterion_in, draft_of, duty_in
from vacancies.posts.models import Vacancy
from vacancies.rulebook.entries import Entry, entries_of

CHECK = "check_typed"
FORM_ID = "draft-form"
NOTHING_FOUND, NOTHING_TO_READ = "We found no problem here.", "There is nothing to check yet."


def asked_to_check(request: HttpRequest) -> bool:
    return request.method == "POST" and CHECK in request.POST


def findings_panel(
    vacancy: Vacancy,
    section: str,
    form: Any,
    draft: Draft | None = None,
) -> dict[str, Any]:
    """Return the context of the panel beside a form: the findings of a section.

    The form gets the id by which the panel's button submits it.
    draft: the draft to check instead of the stored one.
    """
    panel = findings_of(extensions.check(vacancy, draft), section)
    if isinstance(form, BaseForm):
        form.helper.form_id = FORM_ID  # type: ignore[attr-defined]
    address = reverse("vacancies:typed_check", args=[vacancy.pk, section])
    return panel | {
        "address": address,
        "form_id": FORM_ID,
        "check": CHECK,
    }


def findings_of(report: Checked, section: str) -> dict[str, Any]:
    """Return the entries of a section, one for each rule, and their number in words."""
    entries = unnumbered(report.within(section))
    if entries:
        said = f"{counted(len(entries), 'thing')} to look at."
    elif report.is_written(section):
        said = NOTHING_FOUND
    else:
        said = NOTHING_TO_READ
    return {"entries": entries, "said": said}


def unnumbered(findings: Iterable[Any]) -> tuple[Entry[tuple[None, Any]], ...]:
    """Return the entries of checked findings on a page that leads from no place to the next."""
    return entries_of([(None, one) for one in findings], lambda pair: pair[1].placed.finding)


def typed_draft(vacancy: Vacancy, section: str, data: Any) -> tuple[Draft, bool]:
    """Return the draft with the input of a section's form, and whether all of it could be read.

    Invalid fields keep their stored values. `vacancy` takes the typed values and must not be saved.
    """
    data = data.copy()
    data["keep_words"] = "on"  # nothing is saved here, so names need no confirmation
    if form_class := FORMS.get(section):
        read = _is_within_limits(form_class(data, instance=form_class.row_of(vacancy)))
        return draft_of(vacancy), read
    return _with_rows(vacancy, draft_of(vacancy), section, data)


def _is_within_limits(form: Any) -> bool:
    form.is_valid()
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return "max_length" not in codes


def _with_rows(vacancy: Vacancy, draft: Draft, section: str, data: Any) -> tuple[Draft, bool]:
    """Return `typed_draft` for a section of rows; new rows have negative ids."""
    rows = ROW_SETS[section](data, vacancy=vacancy)
    rows.is_valid()
    wrong = [e for form in rows.forms for errors in form.errors.as_data().values() for e in errors]
    plain: Callable[..., Any] = duty_in if section == "duties" else criterion_in
    typed: dict[str, Any] = {
        SECTIONS[section].rows: tuple(
            plain(form.instance, id=form.instance.pk or -place)
            for place, form in enumerate(rows.forms, start=1)
            if form.cleaned_data.get("text")
        )
    }
    return replace(draft, **typed), all(error.code != "max_length" for error in wrong)
