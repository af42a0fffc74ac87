"""The appearance of fields and errors: what the template pack prints, computed here."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from kls_portal.forms.dates import PARTS, DateInput, wrong_parts
from kls_portal.in_words import plain_number


@dataclass(frozen=True)
class FieldOptions:
    """The appearance of one field; every option has a default.

    size: of the label or legend: "s", "m", "l", "xl", or "" for body text.
    hidden_label: the label is for screen readers only.
    width: of the box in characters: 2, 3, 4, 5, 10, 20 or 30. None: as wide as its column.
    prefix, suffix: text before and after the box, such as "£".
    count: count characters against the field's max_length, from `threshold` per cent on.
    inline: radios or checkboxes side by side; small: smaller ones.
    hints: hints by value of a radio or checkbox.
    optional: add "(optional)" to the label if the field is not required.
    name: the field's name within a sentence, with or without "the". "": the label, with a
        lower-case first letter.
    """

    size: str = ""
    hidden_label: bool = False
    width: int | None = None
    prefix: str = ""
    suffix: str = ""
    count: bool = False
    threshold: int | None = 75
    inline: bool = False
    small: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)
    optional: bool = True
    name: str = ""


PLAIN = FieldOptions()


BOX_CLASS = {"input": "nhsuk-input", "textarea": "nhsuk-textarea", "select": "nhsuk-select"}
BOX_ATTRIBUTES = ("inputmode", "spellcheck", "autocapitalize", "autocomplete")


@dataclass(frozen=True)
class Choice:
    """One radio or checkbox. `opened` is the HTML it reveals, if any; `group` its optgroup."""

    id: str
    name: str
    value: str
    label: Any
    checked: bool
    disabled: bool
    hint: str
    opened: str
    group: str = ""

    @property
    def described_by(self) -> str:
        return f"{self.id}_helptext" if self.hint else ""


def kind_of(field: BoundField) -> str:
    """Return "input", "textarea", "select", "radios", "checkboxes", "checkbox" or "date"."""
    widget = field.field.widget
    kinds = (
        (DateInput, "date"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "checkbox"),
        (forms.Select, "select"),
        (forms.Textarea, "textarea"),
    )
    return next((kind for widget_class, kind in kinds if isinstance(widget, widget_class)), "input")


def field_options_of(field: BoundField) -> FieldOptions:
    return (
        field.form.field_options_of(field.name)
        if hasattr(field.form, "field_options_of")
        else PLAIN
    )


def label_of(field: BoundField) -> str:
    """Return the label, with "(optional)" if an answer is not required."""
    wants = getattr(field.form, "mark_optional", True) and field_options_of(field).optional
    if field.field.required or field.field.disabled or kind_of(field) == "checkbox" or not wants:
        return str(field.label)
    return f"{field.label} (optional)"


def limit_of(field: BoundField) -> int | None:
    """Return the number of characters to count to, or None if nothing is counted."""
    counts = field_options_of(field).count and kind_of(field) == "textarea"
    return getattr(field.field, "max_length", None) if counts else None


def control_of(field: BoundField) -> SafeString:
    """Return the control itself: an input, textarea or select, as rendered by Django."""
    widget = copy.copy(field.field.widget)
    attrs: dict[str, Any] = {"class": _box_class(field), "maxlength": False, "minlength": False}
    if isinstance(widget, forms.NumberInput):
        # A number input changes value when the mouse scrolls, and drops text that is not a number.
        widget.input_type = "text"
        whole = not isinstance(field.field, forms.DecimalField | forms.FloatField)
        attrs |= {"inputmode": "numeric" if whole else "decimal", "min": False, "max": False}
        attrs["step"] = False
    if isinstance(widget, forms.EmailInput | forms.URLInput | forms.PasswordInput):
        attrs["spellcheck"] = "false"
    if isinstance(widget, forms.PasswordInput):
        attrs |= {"autocapitalize": "none", "autocomplete": "current-password"}
    if isinstance(widget, forms.Textarea):
        attrs["cols"] = False
    if limit_of(field):
        described = [f"{field.auto_id}-info", field.aria_describedby or ""]
        attrs["aria-describedby"] = " ".join(filter(None, described))
    own = {key: widget.attrs[key] for key in BOX_ATTRIBUTES if key in widget.attrs}
    if isinstance(field.value(), Decimal):
        widget.format_value = plain_number
    return field.as_widget(widget=widget, attrs=attrs | own)


def choices_of(field: BoundField, opened: Mapping[str, str] | None = None) -> list[Choice]:
    """Return the radios or checkboxes of a field.

    `opened` holds the HTML that each value reveals.
    """
    field_options, opened = field_options_of(field), opened or {}
    if kind_of(field) == "checkbox":
        return [_single(field, opened.get("on", ""))]
    choices, groups = [], _groups_of(field)
    for option in field.subwidgets:
        value = str(option.data["value"])
        choices.append(
            Choice(
                id=option.data["attrs"].get("id", ""),
                name=option.data["name"],
                value=value,
                label=option.choice_label,
                checked=option.data["selected"],
                disabled="disabled" in option.data["attrs"],
                hint=field_options.hints.get(value, ""),
                opened=opened.get(value, ""),
                group=groups.get(value, ""),
            )
        )
    return choices


def first_control(field: BoundField) -> str:
    """Return the id of the control that the error summary links to, or ""."""
    if field.is_hidden or not field.auto_id:
        return ""
    kind = kind_of(field)
    if kind == "date":
        first = next(iter(wrong_parts(field)), PARTS[0])
        return f"{field.auto_id}_{PARTS.index(first)}"
    if kind in ("radios", "checkboxes"):
        option = next(iter(field.subwidgets), None)
        return option.data["attrs"].get("id", "") if option else ""
    return field.id_for_label


def _groups_of(field: BoundField) -> dict[str, str]:
    return {
        str(value): str(name)
        for name, options in field.field.widget.choices
        if isinstance(options, list | tuple)
        for value, _ in options
    }


def _single(field: BoundField, opened: str) -> Choice:
    return Choice(
        id=field.id_for_label,
        name=field.html_name,
        value="on",
        label=field.label,
        checked=bool(field.value()),
        disabled=field.field.disabled,
        hint=str(field.help_text),
        opened=opened,
    )


def _box_class(field: BoundField) -> str:
    widget, kind, field_options = field.field.widget, kind_of(field), field_options_of(field)
    classes = [BOX_CLASS[kind]]
    if field.errors:
        classes.append(f"{BOX_CLASS[kind]}--error")
    if field_options.width:
        classes.append(f"nhsuk-input--width-{field_options.width}")
    if isinstance(widget, forms.PasswordInput):
        classes.append("nhsuk-password-input__input nhsuk-js-password-input-input")
    if limit_of(field):
        classes.append("nhsuk-js-character-count")
    classes.append(widget.attrs.get("class", ""))
    return " ".join(filter(None, classes))


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
    for asked in form:
        control = first_control(asked)
        for error in asked.errors:
            text = str(error) if control and not labelled else f"{named}{asked.label}: {error}"
            yield Problem(text, f"#{control}" if control else "")
