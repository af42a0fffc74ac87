"""A section of a draft that is one form, and the check that nobody else saved it meanwhile."""

import hashlib
import json
from typing import Any

from django import forms

from kls_portal.forms import NhsukModelForm
from vacancies.forms.vacancy import labelled
from vacancies.models import Profile

CHANGED_MEANWHILE = (
    "This section was saved in another window after you opened it. "
    "Compare both below. Save again to keep what you typed."
)


class SectionForm(NhsukModelForm):
    """Part of a vacancy, saved by itself and incomplete if need be.

    `seen` is the digest of what was stored when the page was made. Where something else has been
    stored since, nothing is saved: `changed_meanwhile` names the fields that differ with what is
    stored now, what was typed stays, and saving again is a deliberate choice.
    """

    submit_text = "Save and continue"
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stored = {name: getattr(self.instance, name) for name in self._meta.fields}
        self._stored_shown = {name: self._shown(name) for name in self._meta.fields}
        self.fields["seen"].initial = self._digest()
        self.changed_meanwhile: list[tuple[str, str]] = []

    def clean(self) -> dict[str, Any]:
        """Refuse, once, to write over what somebody else saved."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("seen") != self._digest():
            self.changed_meanwhile = [
                (self.fields[name].label, self._stored_shown[name])
                for name, stored in self._stored.items()
                if name in cleaned and (cleaned[name] or None) != (stored or None)
            ]
        if self.changed_meanwhile:
            self.add_error(None, CHANGED_MEANWHILE)
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self._digest()
        return cleaned

    def _shown(self, name: str) -> str:
        display = getattr(self.instance, f"get_{name}_display", None)
        value = display() if display else getattr(self.instance, name)
        if isinstance(value, Profile):
            return labelled(value)
        if isinstance(value, bool):
            return "Yes" if value else "No"
        return str(value) if value not in (None, "") else "Empty"

    def _digest(self) -> str:
        text = json.dumps(self._stored, sort_keys=True, default=_plain)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: Any) -> str:
    return str(getattr(value, "pk", value))
