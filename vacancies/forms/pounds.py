"""An amount of money as people type it."""

from decimal import Decimal
from typing import Any

from django import forms


class PoundsField(forms.DecimalField):
    """Pounds; “£1,250.00” is read like “1250”."""

    def to_python(self, value: Any) -> Decimal | None:
        """Return the amount. Raises ValidationError where it is no number."""
        if isinstance(value, str):
            value = value.strip().removeprefix("£").replace(",", "")
        return super().to_python(value)
