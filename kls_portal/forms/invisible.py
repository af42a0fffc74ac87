"""Invisible characters: dropped from typed text; a text of nothing else counts as empty.

They come with text pasted from other programs. Categories: Unicode 15, chapter 4.5.
"""

import re
import unicodedata
from typing import Any

from django import forms

# Invisible, though their category is that of a letter or a symbol.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
UNSEEN = ("C", "M", "Z")
LINE_ENDS = re.compile(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")
# A lone UTF-16 surrogate is not a character and cannot be stored.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Embeddings, overrides and isolates: they can change the order in which a line reads.
DIRECTIONS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def is_blank(text: str) -> bool:
    """Whether the text has nothing visible: only spaces, format characters or combining marks."""
    return all(one in BLANK or unicodedata.category(one)[0] in UNSEEN for one in text)


def visible(text: str, lines: bool) -> str:
    """Return the text without control characters; "" if nothing in it is visible.

    lines: a text of several lines keeps its tabs and line breaks. In a single line these become a
    space, and characters that change the writing direction are dropped.
    """
    if is_blank(text):
        return ""
    if lines:
        return CONTROL.sub("", text.replace("\v", "\n").replace("\f", "\n"))
    return CONTROL.sub("", DIRECTIONS.sub("", LINE_ENDS.sub(" ", text)))


def take_visible(field: forms.Field) -> None:
    """Make a text field clean its input with `visible`. Passwords are left unchanged."""
    if not isinstance(field, forms.CharField) or isinstance(field.widget, forms.PasswordInput):
        return
    lines, read = isinstance(field.widget, forms.Textarea), type(field).to_python

    def to_python(value: Any) -> Any:
        return read(field, visible(value, lines) if isinstance(value, str) else value)

    field.to_python = to_python  # type: ignore[method-assign]
