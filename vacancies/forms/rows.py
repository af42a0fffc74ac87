"""A choice of rows."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms.models import ModelChoiceIterator

from vacancies.drafting.groups import by_group

NO_GROUP = "Not in a group"


class RowsField(forms.ModelMultipleChoiceField):
    """Rows to tick; gives those chosen, and refuses whatever was not offered.

    Django's own field hands any number to the database, which stops at one too large for it.
    """

    queryset: QuerySet[Any]
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


class OneRowField(forms.ModelChoiceField):
    """A choice of one row; refuses whatever was not offered, as `RowsField` does."""

    queryset: QuerySet[Any]

    def to_python(self, value: Any) -> Model | None:
        """Return the row chosen. Raises ValidationError for one that is not offered."""
        if value in self.empty_values:
            return None
        key = str(getattr(value, "pk", value))
        for row in self.queryset:
            if str(row.pk) == key:
                return row
        raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


class _ByGroup(ModelChoiceIterator):
    """The choices of rows that have a `group`, under the names of their groups."""

    def __iter__(self) -> Iterator[Any]:
        groups = by_group(self.queryset)
        for group in groups:
            choices = [self.choice(row) for row in group.rows]
            if len(groups) > 1 or group.name:
                yield group.name or NO_GROUP, choices
            else:
                yield from choices


class GroupedRowsField(RowsField):
    """Rows to tick, shown by their group where there are groups."""

    iterator = _ByGroup
