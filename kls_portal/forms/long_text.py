"""A box for several lines, counted the way the person sees them."""

from __future__ import annotations

from typing import Any

from django import forms


class LongText(forms.Textarea):
    """A textarea whose line ends count once.

    Browsers send each line end as two characters, and count it as one while typing. Without this
    a text that the counter calls short enough is refused for its length.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 5, **(attrs or {})})
        self.attrs.pop("cols", None)

    @classmethod
    def instead_of(cls, plain: forms.Textarea) -> LongText:
        """Return a LongText that takes the place of Django's own textarea."""
        # Django writes its own default as text, so an author's number tells itself apart.
        attrs = {key: value for key, value in plain.attrs.items() if (key, value) != ("rows", "10")}
        attrs.pop("cols", None)
        widget = cls(attrs)
        widget.is_required = plain.is_required
        return widget

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was typed with one character for each line end, or None."""
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else value
