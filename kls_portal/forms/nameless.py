"""Fields that should not identify anybody: personal data in them is flagged or rejected."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kls_portal.forms.base import FormPart
from kls_portal.forms.presentation import FieldOptions
from kls_portal.personal_data import personal_data
from kls_portal.personal_data.sensitive_matches import SensitiveMatch, personal_matches

LONGEST_SEARCHED = 2_000
ASK = "Remove it. If you need it, tick “{box}”."


class NamelessMixin(FormPart):
    """A form whose fields in `nameless` and `posts` should not identify anybody.

    nameless: fields checked for names, addresses and numbers. posts: fields that name posts, in
    which any two capitalised words that are not part of a post count as a name.

    The box “Keep these words” appears only if something was found that may stay. Text that was
    kept before is not flagged again while it is unchanged.
    """

    field_options: Mapping[str, FieldOptions] = {}
    nameless: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    kept_for = "You have looked at them, and everyone who reads this text may read them."
    keep_label = "Keep these words"

    def full_clean(self) -> None:
        read = [(name, self.typed_in(name)) for name in self._sensitive_fields() if self.is_bound]
        if any(not one.refused for place in read for one in self._matches_in(*place)):
            self.fields["keep_words"] = forms.BooleanField(
                label=self.keep_label,
                required=False,
                help_text=self.kept_for,
            )
            self.field_options = {**self.field_options, "keep_words": FieldOptions(optional=False)}
        super().full_clean()

    def clean(self) -> dict[str, Any]:
        """Reject what may not stay, and ask about the rest once."""
        cleaned = super().clean() or self.cleaned_data
        # This answers the form; it is not stored or sent.
        kept = cleaned.pop("keep_words", False)
        for name in self._sensitive_fields():
            for match in self._matches_in(name, self.typed_in(name)) if name in cleaned else ():
                self._judge(name, match, kept)
        return cleaned

    @property
    def asked_about(self) -> tuple[str, ...]:
        """The fields whose text is checked before it is stored."""
        return (*self.nameless, *self.posts)

    def matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        """Return what should be looked at again in the text of the field `name`."""
        return personal_matches(text, posts=name in self.posts)

    def typed_in(self, name: str) -> str:
        return str(self[name].data or "")

    def is_new(self, name: str) -> bool:
        field = self[name]
        typed, before = (str(text or "").split() for text in (field.data, field.initial))
        return typed != before

    def _sensitive_fields(self) -> tuple[str, ...]:
        # A form may leave out a field of its class: a completed task keeps its words.
        return tuple(name for name in dict.fromkeys(self.asked_about) if name in self.fields)

    def _matches_in(self, name: str, text: str) -> tuple[SensitiveMatch, ...]:
        # A text that is too long is rejected for its length, and not searched.
        if len(text) > (getattr(self.fields[name], "max_length", None) or len(text)):
            return ()
        matches = self.matches_in(name, text)
        return matches if self.is_new(name) else tuple(one for one in matches if one.refused)

    def _judge(self, name: str, match: SensitiveMatch, kept: bool) -> None:
        if match.refused:
            self.add_error(name, forms.ValidationError(match.sentence, code=match.kind))
        elif not kept:
            said = f"{match.sentence} {ASK.format(box=self.keep_label)}"
            self.add_error(name, forms.ValidationError(said, code=match.kind))


def refuse_personal_data(text: str, *, posts: bool = False) -> None:
    """Raise ValidationError with a message for each thing found in a text, its kind as code.

    posts: whether the text should name posts, as for `personal_data`. A text that is longer than
    any such field takes (`LONGEST_SEARCHED`) is rejected for its length, and not searched.
    """
    if len(text) <= LONGEST_SEARCHED and (finds := personal_data(text, alone=True, posts=posts)):
        raise forms.ValidationError(
            [forms.ValidationError(find.sentence, code=find.kind) for find in finds]
        )
