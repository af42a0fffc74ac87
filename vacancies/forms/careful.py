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

    def full_clean(self) -> None:
        """Ask about what is found in the fields that the form has by now, then validate."""
        asked = self.is_bound and any(
            not one.refused
            for name in self._read_carefully()
            for one in self._concerns(name, str(self[name].data or ""))
        )
        if asked:
            self.fields["keep_words"] = forms.BooleanField(
                label="Keep these words",
                required=False,
                help_text=self.kept_for,
            )
            self.look = {**self.look, "keep_words": Look(optional=False)}
        super().full_clean()

    def clean(self) -> dict[str, Any]:
        """Refuse what may not stay, and ask about the rest once."""
        cleaned = super().clean() or self.cleaned_data
        # An answer to the form, not one of what it stores or sends.
        kept = cleaned.pop("keep_words", False)
        for name in self._read_carefully():
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

    def _read_carefully(self) -> tuple[str, ...]:
        # A form may leave out a field of its class: a task that is done keeps its words.
        return tuple(name for name in self.careful if name in self.fields)

    def _concerns(self, name: str, text: str) -> tuple[Concern, ...]:
        # What is longer than its field is refused for that, and not read to the end.
        if len(text) > (self.fields[name].max_length or len(text)):
            return ()
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
