"""Layout objects of our own, for `layout = Layout(…)` of a form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from crispy_forms.layout import LayoutObject
from crispy_forms.utils import render_field
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from kls_portal.parts import folds, parts_in


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


class Reveal(LayoutObject):
    """A radio or checkbox question whose options reveal further questions, by value of the option.

    For a single checkbox the value is "on".
    """

    def __init__(self, name: str, by_value: Mapping[str, Sequence[str]]) -> None:
        self.name, self.by_value = name, by_value
        self.fields = [name, *(field for fields in by_value.values() for field in fields)]

    def render(self, form: Any, context: Any, template_pack: Any = None, **_: Any) -> SafeString:
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
