"""Forms styled with the NHS design system. Layout objects: `kls_portal.forms.layout`."""

from kls_portal.forms.base import LongText, NhsukForm, NhsukMixin, NhsukModelForm, QueryForm
from kls_portal.forms.dates import DateInputField
from kls_portal.forms.field_options import FieldOptions

__all__ = [
    "DateInputField",
    "FieldOptions",
    "LongText",
    "NhsukForm",
    "NhsukMixin",
    "NhsukModelForm",
    "QueryForm",
]
