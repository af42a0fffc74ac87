"""Forms styled with the NHS design system. Layout objects: `kls_portal.forms.layout`."""

from kls_portal.forms.base import (
    BoxesField,
    LongText,
    NhsukForm,
    NhsukMixin,
    NhsukModelForm,
    QueryForm,
)
from kls_portal.forms.dates import DateInputField
from kls_portal.forms.presentation import FieldOptions

__all__ = [
    "BoxesField",
    "DateInputField",
    "FieldOptions",
    "LongText",
    "NhsukForm",
    "NhsukMixin",
    "NhsukModelForm",
    "QueryForm",
]
