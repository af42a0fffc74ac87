"""An order of rows, sent by the page that lets people drag them."""

from django import forms
from django.core.exceptions import ValidationError

MOST_ROWS = 1_000
LONGEST_NUMBER = 18


class IdsField(forms.CharField):
    """Numbers of rows with commas between them."""

    def to_python(self, value: object) -> list[int]:
        """Return the numbers. Raises ValidationError for anything else, or for too many."""
        parts = (super().to_python(value) or "").split(",")
        digits = all(p.isascii() and p.isdigit() and len(p) <= LONGEST_NUMBER for p in parts)
        if not digits or len(parts) > MOST_ROWS:
            raise ValidationError("Send numbers with commas between them.")
        return [int(part) for part in parts]


class OrderForm(forms.Form):
    """The order wanted, and the order that the page started from."""

    order = IdsField()
    started_from = IdsField()
