"""Admin of rows that come with the portal."""

from typing import Any

from django import forms
from django.http import HttpRequest

from kls_portal.published import PublishedAdmin


class LoadedAdmin(PublishedAdmin):
    """The code of a stored row stays: addresses and loading know the row by it.

    A row that came with the portal cannot be deleted, as the next loading would bring it back.
    """

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Return the code for a row that is stored already."""
        return (*super().get_readonly_fields(request, obj), *(("code",) if obj else ()))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the row was made here, by an editor."""
        return not getattr(obj, "loaded", "") and super().has_delete_permission(request, obj)


class BoxesField(forms.MultipleChoiceField):
    """Boxes to tick, or none."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(choices=choices, required=False, **kwargs)
