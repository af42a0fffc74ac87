"""Tags for the `nhsuk` template pack; pages do not load them."""

from collections.abc import Mapping
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField

from kls_portal.forms import dates, presentation

register = template.Library()

TEMPLATES = {
    "date": "nhsuk/fields/date.html",
    "radios": "nhsuk/fields/choices.html",
    "checkboxes": "nhsuk/fields/choices.html",
    "checkbox": "nhsuk/fields/checkbox.html",
}


@register.simple_tag
def present(field: BoundField, opened: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what the templates print for a field. `opened`: HTML that each option reveals."""
    kind = presentation.kind_of(field)
    if opened and kind not in ("radios", "checkboxes", "checkbox"):
        raise ValueError(f"“{field.name}” has no options that could open other fields.")
    context = {
        "kind": kind,
        "template": TEMPLATES.get(kind, "nhsuk/fields/box.html"),
        "look": presentation.field_options_of(field),
        "label": presentation.label_of(field),
        "password": isinstance(field.field.widget, forms.PasswordInput),
        "limit": presentation.limit_of(field),
    }
    if kind == "date":
        context["parts"] = dates.parts_of(field)
    elif kind in ("radios", "checkboxes", "checkbox"):
        context["choices"] = presentation.choices_of(field, opened)
    else:
        context["control"] = presentation.control_of(field)
    return context
