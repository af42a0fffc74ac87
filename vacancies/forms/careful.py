"""Free text about people: personal and health details are asked about, or refused."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from kls_portal.forms import Look
from kls_portal.forms.base import FormPart
from vacancies.checklists.careful import Concern, concerns, health_concerns

ASK = "Take it out. If you need it, tick “Keep these words”."
HINT = "Leave out details of health, NHS numbers and private telephone numbers."


class CarefulMixin(FormPart):
    """A form whose fields named in `careful` should hold nothing private.

    The box “Keep these words” is there only where something was found that may stay. Words that
    were kept before are not asked about again while they stay as they are.
    """

    look: Mapping[str, Look] = {}
    careful: tuple[str, ...] = ()
    kept_for: ClassVar[str] = "You have looked at them, and everybody with this plan may read them."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = {name: str(self[name].data or "") for name in self.careful if self.is_bound}
        if any(not one.refused for place in typed.items() for one in self._concerns(*place)):
            self.fields["keep_words"] = forms.BooleanField(
                label="Keep these words",
                required=False,
                help_text=self.kept_for,
            )
            self.look = {**self.look, "keep_words": Look(optional=False)}

    def clean(self) -> dict[str, Any]:
        """Refuse what may not stay, and ask about the rest once."""
        cleaned = super().clean() or self.cleaned_data
        # An answer to the form, not one of what it stores or sends.
        kept = cleaned.pop("keep_words", False)
        for name in self.careful:
            for concern in self._concerns(name, str(cleaned.get(name) or "")):
                self._judge(name, concern, kept)
        return cleaned

    def concerns_in(self, name: str, text: str) -> tuple[Concern, ...]:
        """Return what should be looked at again in the text of the field `name`."""
        return concerns(text)

    def is_new(self, name: str) -> bool:
        """Whether the words of a field are other than those the form began with."""
        field = self[name]
        typed, before = (str(text or "").split() for text in (field.data, field.initial))
        return typed != before

    def _concerns(self, name: str, text: str) -> tuple[Concern, ...]:
        found = self.concerns_in(name, text)
        return found if self.is_new(name) else tuple(one for one in found if one.refused)

    def _judge(self, name: str, concern: Concern, kept: bool) -> None:
        if concern.refused:
            self.add_error(name, concern.sentence)
        elif not kept:
            self.add_error(name, f"{concern.sentence} {ASK}")


class HealthMixin(CarefulMixin):
    """A form that refuses personal data by itself, and asks about details of health alone."""

    def concerns_in(self, name: str, text: str) -> tuple[Concern, ...]:
        """Return the words about health in the text of the field `name`."""
        return health_concerns(text)
