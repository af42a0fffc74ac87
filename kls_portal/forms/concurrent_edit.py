"""Model forms that detect when somebody else has saved the row in the meantime."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Model

from kls_portal.forms import NhsukForm, NhsukModelForm
from kls_portal.forms.base import FormPart
from kls_portal.word_changes import Span, word_changes

CHANGED_MEANWHILE = (
    "This was saved in another window after you opened it. "
    "Compare both. Save again to keep what you typed."
)


@dataclass(frozen=True)
class Changed:
    """A field that somebody else saved in the meantime, with its stored value in words.

    spans: for two texts, the word-by-word differences between the stored and the typed one.
    """

    label: str
    stored: str
    spans: tuple[Span, ...] = ()

    @property
    def plain_spans(self) -> list[tuple[str, str]]:
        return [(span.kind, span.text) for span in self.spans]


class ConcurrentEditMixin(FormPart):
    """A form for something that two windows may edit at once.

    `version_token` is the digest of what was stored when the page was rendered. If anything else
    has been stored since, nothing is saved: `changed_meanwhile` lists the fields that differ, with
    their stored values; what was typed stays, and saving again is a deliberate choice.

    conflict_at: the field that shows the conflict; "" for the whole form.
    """

    conflict_at = ""

    def remember(self, stored: dict[str, Any], beside: dict[str, Any] | None = None) -> None:
        """Take what is stored in and beside the fields. Call it once, at the end of `__init__`."""
        self._stored = stored
        self.stored_digest = _digest(stored | (beside or {}))
        self.fields["version_token"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=self.stored_digest
        )
        self.changed_meanwhile: list[Changed] = []

    def clean(self) -> dict[str, Any]:
        """Refuse, once, to overwrite what somebody else saved."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("version_token") != self.stored_digest and self.may_conflict():
            self.changed_meanwhile = self.changes(cleaned)
        if self.changed_meanwhile:
            self.add_error(self.conflict_at or None, self.conflict_words())
            self.data = self.data.copy()
            self.data[self.add_prefix("version_token")] = self.stored_digest
        return cleaned

    def changes(self, cleaned: dict[str, Any]) -> list[Changed]:
        """Return what saving would overwrite."""
        return [
            self._changed(name, cleaned[name])
            for name, stored in self._stored.items()
            if name in cleaned and _comparable(cleaned[name]) != _comparable(stored)
        ]

    def may_conflict(self) -> bool:
        """Whether saving would overwrite what is stored now."""
        return True

    def conflict_words(self) -> str | list[str]:
        return CHANGED_MEANWHILE

    @property
    def is_untouched(self) -> bool:
        """Whether the submitted values equal those that the page was rendered with."""
        typed = {name: self.cleaned_data.get(name) for name in self._stored}
        return _digest(typed) == self.cleaned_data.get("version_token") and not self.errors

    def _changed(self, name: str, typed: Any) -> Changed:
        stored, spans = self._stored[name], tuple[Span, ...]()
        if isinstance(self.fields[name].widget, forms.Textarea) and stored and typed:
            spans = word_changes(stored, typed)
        return Changed(self.fields[name].label, self._shown_value(name), spans)

    def _shown_value(self, name: str) -> str:
        field, value = self.fields[name], self._stored[name]
        if value in (None, "", []):
            return "Empty"
        if isinstance(field, forms.ModelChoiceField):
            rows = value if isinstance(value, list) else [value]
            return "; ".join(field.label_from_instance(row) for row in rows)
        if isinstance(field, forms.ChoiceField):
            choices: Any = field.choices
            labels = {str(key): str(label) for key, label in choices}
            keys = value if isinstance(value, list) else [value]
            return ", ".join(labels.get(str(key), str(key)) for key in keys)
        if isinstance(value, bool):
            return "Yes" if value else "No"
        return str(value)


class ConcurrentInitialForm(ConcurrentEditMixin, NhsukForm):
    """A form whose initial values are what is stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remember(dict(self.initial))


class ConcurrentEditForm(ConcurrentEditMixin, NhsukModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remember(self._stored_values(self._meta.fields or ()))

    def save(self, commit: bool = True) -> Any:
        """Save only this form's columns, so that another form's changes are not lost."""
        if not commit:
            return super().save(commit=False)
        row = self.instance
        columns = [
            field.name
            for field in row._meta.concrete_fields
            if field.name in self._stored.keys() & self.fields.keys()
            or getattr(field, "auto_now", False)
        ]
        row.save(update_fields=None if row._state.adding else columns)
        self._save_m2m()  # type: ignore[attr-defined]
        return row

    def version_token_now(self) -> str:
        """Return the digest of what is stored at this moment, for the page's next save."""
        self.instance.refresh_from_db()
        return _digest(self._stored_values(self._stored))

    def _stored_values(self, names: Iterable[str]) -> dict[str, Any]:
        return {name: _value(getattr(self.instance, name)) for name in names}


class ConcurrentRowForm(ConcurrentEditMixin, forms.ModelForm):
    """A form of the admin for a stored row. beside: names of the related rows its inlines change.

    Only a page that was made before a release has no token; it is taken as it is.
    """

    beside: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row, fields = self.instance, self.fields.items()
        own = [name for name, field in fields if hasattr(row, name) and not field.disabled]
        rows = {name: list(getattr(row, name).values_list()) for name in self.beside}
        self.remember({name: _value(getattr(row, name)) for name in own}, rows)

    def may_conflict(self) -> bool:
        return bool(self.cleaned_data.get("version_token"))

    def changes(self, cleaned: dict[str, Any]) -> list[Changed]:
        rows = [Changed(name.capitalize(), "Look at them in a new window") for name in self.beside]
        return super().changes(cleaned) + rows

    def conflict_words(self) -> list[str]:
        """Return the sentence, then what is stored, as the admin has no other place for it."""
        return [
            CHANGED_MEANWHILE,
            *(f"{one.label}: {one.stored}" for one in self.changed_meanwhile),
        ]


def _value(stored: Any) -> Any:
    return list(stored.all()) if hasattr(stored, "all") else stored


def _comparable(value: Any) -> Any:
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Iterable) and not isinstance(value, str):
        return sorted((_comparable(one) for one in value), key=str) or None
    return value if isinstance(value, bool) else value or None


def _digest(stored: dict[str, Any]) -> str:
    plain = {name: _comparable(value) for name, value in stored.items()}
    text = json.dumps(plain, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
