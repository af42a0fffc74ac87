"""The portal's forms: Django forms that also define their layout, appearance and messages."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from kls_portal.forms.dates import DateInputField
from kls_portal.forms.invisible import take_visible
from kls_portal.forms.layout import Reveal
from kls_portal.forms.messages import name_in_sentence, set_error_messages
from kls_portal.forms.presentation import PLAIN, FieldOptions


class LongText(forms.Textarea):
    """A textarea that counts each line break as one character.

    Browsers submit each line break as two characters but count it as one while typing. Without
    this, a text that the counter accepts could be rejected for its length.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 5, **(attrs or {})})
        self.attrs.pop("cols", None)

    @classmethod
    def instead_of(cls, plain: forms.Textarea) -> LongText:
        # Django's default number of rows is a string, so one set by an author can be told apart.
        attrs = {key: value for key, value in plain.attrs.items() if (key, value) != ("rows", "10")}
        attrs.pop("cols", None)
        widget = cls(attrs)
        widget.is_required = plain.is_required
        return widget

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value


class BoxesField(forms.MultipleChoiceField):
    """Several of the choices, or none unless it is `required`."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: str, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(label=label, required=required, **kwargs)


class FormPart(forms.BaseForm):
    """What form mixins may rely on: fields of any type, and the submitted data."""

    fields: dict[str, Any]
    data: Any
    cleaned_data: dict[str, Any]


class NhsukMixin(FormPart):
    """What `{% crispy form %}` and the `nhsuk` template pack need to know about a form.

    field_options: the appearance of each field, by field name.
    reveals: which fields an option reveals: {field: {value: [fields]}}; for a single checkbox the
        value is "on". A revealed field that is required is required only while shown; otherwise
        its errors are dropped and its value is empty.
    layout: order and groups of the fields; None for the order of declaration.
    submit_text: text of the button; "" for no button (the layout or the page has its own).
    form_tag: False for the fields alone; the page then writes the form tag (with novalidate),
        the CSRF token and the buttons.
    mark_optional: False for a filter form, where no field is required and no mark is needed.
    """

    field_options: Mapping[str, FieldOptions] = {}
    reveals: Mapping[str, Mapping[str, Sequence[str]]] = {}
    layout: Layout | None = None
    submit_text = "Save and continue"
    form_tag = True
    form_method = "post"
    mark_optional = True
    use_required_attribute = False

    def field_options_of(self, name: str) -> FieldOptions:
        return self.field_options.get(name, PLAIN)

    @cached_property
    def helper(self) -> FormHelper:
        """Return the crispy helper; its layout is a copy for this form."""
        helper = FormHelper()
        helper.form_tag = self.form_tag
        helper.disable_csrf = not self.form_tag
        helper.form_method = self.form_method
        helper.attrs = {"novalidate": True}
        helper.submit_text = self.submit_text
        helper.render_unmentioned_fields = True
        helper.layout = copy.deepcopy(self.layout) or Layout(*self._in_declared_order())
        return helper

    def full_clean(self) -> None:
        for name, field in self.fields.items():
            if type(field.widget) is forms.Textarea:
                field.widget = LongText.instead_of(field.widget)
            take_visible(field)
            called = self.field_options_of(name).name
            set_error_messages(field, called or name_in_sentence(str(self[name].label)))
            if isinstance(field, DateInputField):
                field.name = called
        super().full_clean()

    def clean(self) -> dict[str, Any]:
        """Empty the fields that are not shown. A form with its own `clean` must call this first."""
        super().clean()
        for name in self._not_shown():
            self.errors.pop(name, None)
            self.cleaned_data[name] = self._empty_value(name)
        return self.cleaned_data

    def add_error(self, field: str | None, error: Any) -> None:
        """Add an error to its field, or to the whole form if this form does not have the field."""
        super().add_error(field if field in self.fields else None, error)

    def _in_declared_order(self) -> Iterator[str | Reveal]:
        opened = {
            name
            for asked, by_value in self.reveals.items()
            if asked in self.fields
            for names in by_value.values()
            for name in names
        }
        for name in self.fields:
            if name not in opened:
                yield Reveal(name, self.reveals[name]) if name in self.reveals else name

    def _chosen(self, name: str) -> set[str]:
        value = self[name].value()
        if isinstance(value, bool):
            return {"on"} if value else set()
        values = value if isinstance(value, list | tuple | set) else [value]
        return {str(one) for one in values if one not in (None, "")}

    def _not_shown(self) -> Iterator[str]:
        hidden: set[str] = set()
        asked = {name: opens for name, opens in self.reveals.items() if name in self.fields}
        for name, by_value in asked.items():
            chosen = set() if name in hidden else self._chosen(name)
            revealed = {field for value in chosen for field in by_value.get(value, ())}
            hidden |= {field for fields in by_value.values() for field in fields} - revealed
        return (name for name in hidden if name in self.fields)

    def _empty_value(self, name: str) -> Any:
        field = copy.copy(self.fields[name])
        field.required = False
        return field.clean(field.widget.value_from_datadict({}, {}, name))


class NhsukForm(NhsukMixin, forms.Form):
    """A form styled with the NHS design system."""


class QueryForm(NhsukForm):
    """Filters or a choice, sent in the query string; nothing is marked as optional."""

    form_method = "get"
    mark_optional = False
    submit_text = "Show"


class NhsukModelForm(NhsukMixin, forms.ModelForm):
    """A model form styled with the NHS design system."""
