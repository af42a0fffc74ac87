"""The errors of one or more forms, as listed in the error summary."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BaseFormSet

from kls_portal.forms.presentation import first_control


@dataclass(frozen=True)
class Problem:
    """One error. `address` links to the control with the error; "" for an error of the form."""

    text: str
    address: str = ""


def problems_of(*forms: BaseForm | BaseFormSet | None, labelled: bool = False) -> list[Problem]:
    """Return the errors of forms and formsets, those of the whole form first.

    labelled: whether each error begins with the label of its field, after the name of its row.

    An unbound form has none, and None and "" are skipped. Rows of a formset that are marked for
    deletion are ignored.
    """
    return [problem for form in forms if form for problem in _problems(form, labelled)]


def _problems(form: BaseForm | BaseFormSet, labelled: bool) -> Iterator[Problem]:
    if not form.is_bound:
        return
    if isinstance(form, BaseFormSet):
        yield from (Problem(str(error)) for error in form.non_form_errors())
        for row in form.forms:
            if not (form.can_delete and form._should_delete_form(row)):  # type: ignore[attr-defined]
                yield from _problems(row, labelled)
        return
    yield from (Problem(str(error)) for error in form.non_field_errors())
    row = getattr(form, "instance", None) if labelled and form.prefix else None
    named = f"{row}: " if row and row.pk else ""
    for field in form:
        control = first_control(field)
        for error in field.errors:
            text = str(error) if control and not labelled else f"{named}{field.label}: {error}"
            yield Problem(text, f"#{control}" if control else "")
