"""A choice of several rows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet


class RowsField(forms.ModelMultipleChoiceField):
    """Rows to tick; gives those chosen, and refuses whatever was not offered.

    Django's own field hands any number to the database, which stops at one too large for it.
    """

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> QuerySet:
        """Return the rows chosen. Raises ValidationError for one that is not offered."""
        offered = {str(key) for key in self.queryset.values_list("pk", flat=True)}
        for key in value or ():
            if str(key) not in offered:
                raise ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": str(key)[:20]},
                )
        return super().clean(value)
