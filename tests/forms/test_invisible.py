"""Characters nobody sees: control characters, signs of direction, texts of nothing else."""

from typing import Any

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.forms import NhsukForm
from kls_portal.forms.invisible import is_blank, visible
from tests.each import each
from tests.forms.post_form import sent


class TextForm(NhsukForm):
    line = forms.CharField(label="Line")
    lines = forms.CharField(label="Lines", widget=forms.Textarea)
    email = forms.EmailField(label="Email address", required=False)
    secret = forms.CharField(label="Secret", widget=forms.PasswordInput, required=False)


def read(**typed: str) -> TextForm:
    return TextForm({"line": "x", "lines": "x", **typed})


@each(
    "name, typed, kept",
    [
        ("line", "Libra\x00rian\x07", "Librarian"),
        ("line", "Senior\r\nlibrarian\tpost", "Senior librarian post"),
        ("line", "abc\u202edef\u2066g\u2069\u202c", "abcdefg"),
        ("line", "مدير\u200f المكتبة", "مدير\u200f المكتبة"),
        ("line", "👩🏽\u200d🏫 cafe\u0301", "👩🏽\u200d🏫 cafe\u0301"),
        ("lines", "One\x00\r\ntwo\vthree\x1b\t!", "One\ntwo\nthree\t!"),
        ("lines", "abc\u202edef", "abc\u202edef"),
        ("email", "lead\x00@demo.example", "lead@demo.example"),
    ],
)
def test_control_characters_are_dropped_and_nothing_else(name: str, typed: str, kept: str) -> None:
    form = read(**{name: typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data[name] == kept


@pytest.mark.parametrize("blank", ["\u200b", "\ufeff", "\u00ad", "\u0301", " \u2060\n", "\u3164"])
@pytest.mark.parametrize("name", ["line", "lines"])
def test_a_text_nobody_can_see_is_none(name: str, blank: str) -> None:
    (message,) = read(**{name: blank * 3}).errors[name]
    assert message.startswith("Enter ")


def test_a_password_is_taken_as_it_is_or_refused_in_plain_words() -> None:
    taken = read(secret="a\u202eb")
    assert taken.is_valid(), taken.errors
    assert taken.cleaned_data["secret"] == "a\u202eb"
    form = read(secret="a\x00b")
    (message,) = form.errors["secret"]
    assert message.startswith("Secret ")


def test_no_field_speaks_of_null_characters() -> None:
    for name in ("title", "email", "link", "posts", "hours", "band", "why", "route"):
        errors: Any = sent(**{name: "a\x00b"}).errors
        assert "ull character" not in str(errors)


@given(st.text())
def test_what_can_be_seen_stays(text: str) -> None:
    shown = [one for one in text if not is_blank(one)]
    for lines in (True, False):
        assert [one for one in visible(text, lines) if not is_blank(one)] == shown
