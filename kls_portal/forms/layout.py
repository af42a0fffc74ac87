"""Layout objects for grouping and ordering the fields of a form, for `layout = Layout(…)`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from crispy_forms.layout import HTML, Layout, LayoutObject
from crispy_forms.utils import render_field
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from kls_portal.parts import folds, parts_in

__all__ = ["HTML", "Buttons", "Fieldset", "Folded", "Heading", "Layout", "Reveal", "Submit"]


class Fieldset(LayoutObject):
    """Several questions under one legend.

    size: "s", "m", "l", "xl" or "" for body text; heading: the legend is the page's h1; hint: a
    sentence below the legend. The text is plain and never run as a template.
    """

    def __init__(
        self, legend: str, *fields: Any, size: str = "m", heading: bool = False, hint: str = ""
    ) -> None:
        self.legend, self.fields = legend, list(fields)
        self.size, self.heading, self.hint = size, heading, hint

    def render(self, form: Any, context: Any, template_pack: Any = None, **_: Any) -> SafeString:
        inside = self.get_rendered_fields(form, context, template_pack)
        hint_id = "-".join(filter(None, [form.prefix, slugify(self.legend), "hint"]))
        return render_to_string(
            "nhsuk/layout/fieldset.html",
            {"fieldset": self, "inside": mark_safe(inside), "hint_id": hint_id},
        )


class Folded(LayoutObject):
    """Questions that are asked of each row, folded where there are too many to show at once.

    rows: the names of the fields of each row; called: singular and plural name of a row; most: how
    many fields may be shown. A row with an error is open.
    """

    def __init__(self, rows: Sequence[Sequence[str]], called: tuple[str, str], most: int) -> None:
        self.rows, self.called, self.most = rows, called, most

    def render(self, form: Any, context: Any, template_pack: Any = None, **_: Any) -> SafeString:
        show = partial(render_field, form=form, context=context, template_pack=template_pack)
        controls = max(map(len, self.rows), default=0)
        folded = []
        for part in folds(self.rows, self.called, controls, self.most, form.errors.keys().__and__):
            inside = "".join(show(name) for row in part.rows for name in row)
            named = replace(part, name=f"{slugify(self.called[1])}-{part.name}")
            about = {"part": named, "content": mark_safe(inside)}
            folded.append(render_to_string("components/fold.html", about))
        about = {"parts": parts_in("".join(folded)), "content": mark_safe("".join(folded))}
        return render_to_string("components/with_jump_list.html", about)


class Heading:
    """A heading between questions, h2 by default."""

    def __init__(self, text: str, level: int = 2, size: str = "m") -> None:
        self.text, self.level, self.size = text, level, size

    def render(self, *_: Any, **__: Any) -> SafeString:
        return render_to_string("nhsuk/layout/heading.html", {"heading": self})


class Reveal(LayoutObject):
    """A radio or checkbox question whose options reveal further questions.

    `Reveal("route", other=["other_route"])`; values that are not Python identifiers go in a
    mapping: `Reveal("route", {"nhs-jobs": ["link"]})`. For a single checkbox the value is "on".
    """

    def __init__(
        self,
        name: str,
        by_value: Mapping[str, Sequence[str]] | None = None,
        /,
        **more: Sequence[str],
    ) -> None:
        self.name = name
        self.by_value = {**(by_value or {}), **more}
        self.fields = [name, *(field for fields in self.by_value.values() for field in fields)]

    def render(self, form: Any, context: Any, template_pack: Any = None, **_: Any) -> SafeString:
        """Return the question with the fields that each option reveals."""
        opened = {
            value: mark_safe(
                "".join(
                    render_field(field, form, context, template_pack=template_pack)
                    for field in fields
                )
            )
            for value, fields in self.by_value.items()
        }
        return render_field(
            self.name, form, context, template_pack=template_pack, extra_context={"opened": opened}
        )


class Submit:
    """A button that submits the form. variant: "", "secondary", "warning", "reverse"."""

    def __init__(self, text: str, name: str = "", value: str = "", variant: str = "") -> None:
        self.button = {"text": text, "name": name, "value": value, "variant": variant}

    def render(self, *_: Any, **__: Any) -> SafeString:
        return render_to_string("components/button.html", self.button)


class Buttons(LayoutObject):
    """Several buttons, or a button and a link, side by side."""

    def __init__(self, *buttons: Any) -> None:
        self.fields = list(buttons)

    def render(self, form: Any, context: Any, template_pack: Any = None, **_: Any) -> SafeString:
        inside = self.get_rendered_fields(form, context, template_pack)
        return render_to_string("nhsuk/layout/buttons.html", {"inside": mark_safe(inside)})
