"""The three boxes of a date as the template pack prints them, those at fault marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe

from kls_portal.forms.dates import PARTS


@dataclass(frozen=True)
class Part:
    """One box of a date."""

    id: str
    label: str
    control: SafeString
    wrong: bool


def parts_of(field: BoundField) -> list[Part]:
    """Return the three boxes of a date, those at fault marked."""
    wrong = wrong_parts(field)
    boxes = field.field.widget.get_context(
        field.html_name, field.value(), field.build_widget_attrs({"id": field.auto_id})
    )["widget"]["subwidgets"]
    parts = []
    for part, box in zip(PARTS, boxes, strict=True):
        width = _width(part, str(box["value"] or ""))
        error = "nhsuk-input--error " if part in wrong else ""
        box["attrs"]["class"] = (
            f"nhsuk-input {error}nhsuk-input--width-{width} nhsuk-date-input__input"
        )
        if part not in wrong:
            box["attrs"].pop("aria-invalid", None)
        control = mark_safe(field.form.renderer.render(box["template_name"], {"widget": box}))
        parts.append(Part(box["attrs"]["id"], part.capitalize(), control, part in wrong))
    return parts


def wrong_parts(field: BoundField) -> list[str]:
    """Return which boxes of a date are at fault; all of them where the error does not say."""
    if not field.errors:
        return []
    for error in field.form.errors[field.name].as_data():
        if isinstance(error.params, dict) and "parts" in error.params:
            return list(error.params["parts"])
    return list(PARTS)


def _width(part: str, typed: str) -> int:
    if part == "year":
        return 4
    # A month typed as a word comes back readable.
    return 5 if len(typed) > 2 else 2
