"""Forms in the look of the NHS design system. Layout objects: `kls_portal.forms.layout`."""

from kls_portal.forms.base import NhsukForm, NhsukMixin, NhsukModelForm
from kls_portal.forms.dates import DateInputField
from kls_portal.forms.field_options import FieldOptions
from kls_portal.forms.long_text import LongText

__all__ = [
    "DateInputField",
    "FieldOptions",
    "LongText",
    "NhsukForm",
    "NhsukMixin",
    "NhsukModelForm",
]
