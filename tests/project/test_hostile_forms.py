"""No form of the site raises, whatever was left out of it and whatever is sent to it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from kls_portal.forms import DateInputField
from kls_portal.forms.base import NhsukMixin
from kls_portal.forms.concurrent_edit import ConcurrentEditForm
from tests.project import vacancy_forms  # noqa: F401 - lists the forms of vacancies
from tests.project.every_form import BASES, PLAIN, STATES, Scene, every_form_class, states_of

GOOD = {
    forms.UUIDField: str(uuid.uuid4()),
    forms.EmailField: "reader@test.example",
    forms.URLField: "https://www.example.com/",
    forms.BooleanField: "on",
    DateInputField: ["23", "11", "2026"],
    forms.DateField: "2026-11-23",
    forms.DateTimeField: "2127-01-11T10:00",
    forms.TimeField: "10:00",
    forms.FileField: "",
    forms.CharField: "Teaches searching",
}
LISTED = sorted({*PLAIN, *STATES}, key=lambda one: f"{one.__module__}.{one.__name__}")
pytestmark = pytest.mark.django_db
NHSUK = [one for one in LISTED if issubclass(one, NhsukMixin)]
EVERYWHERE = {
    "nothing": "",
    "one letter": "a",
    "300 digits": "9" * 300,
    "a large exponent": "1e999999",
    "a zero byte": "a\x00b",
}
IN_TEXTS = {
    "one digit": "0",
    "200,000 characters": "Rings the ward, 01632 960001. " * 7_000,
    "a zero byte": "a\x00b",
    "right to left": "\u202eمدير المكتبة\u202c",
    "emoji": "👩🏽‍🏫 cafe\u0301",
    "nothing to see": "\u200b\u3164\u00a0",
    "markup": "<script>&amp;%s%(x)s{{ x }}'\"",
    "an NHS number": "See 943 476 5919 about her cancer",
}
# Django takes none from a browser, and gives its place to another sign.
HALF_A_PAIR = {"half a pair": "a\ud800b"}


def test_every_form_class_is_listed_with_a_way_to_build_it() -> None:
    found = every_form_class()
    assert {one.__qualname__ for one in found if one not in {*LISTED, *BASES}} == set()
    assert {one.__qualname__ for one in {*LISTED, *BASES} if one not in found} == set()
    assert not {*LISTED} & BASES


@pytest.mark.parametrize("of", LISTED, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_no_form_raises_in_any_state_whatever_is_sent(of: Any, scene: Scene) -> None:
    in_texts = IN_TEXTS | (HALF_A_PAIR if of in NHSUK else {})
    for state, build in states_of(of, scene).items():
        form = build()
        good = {name: _good(form, name) for name in form.fields}
        texts = [name for name, field in form.fields.items() if _is_text(field)]
        for name, value in EVERYWHERE.items():
            _send(build, _sent(form, dict.fromkeys(good, value)), f"{state}: {name}")
        for name, value in in_texts.items() if texts else ():
            sent = _sent(form, good | dict.fromkeys(texts, value))
            _send(build, sent, f"{state}: {name} in the texts")


@pytest.mark.parametrize("of", NHSUK, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_no_form_raises_without_one_of_its_fields_or_with_one_that_is_shut(
    of: Any, scene: Scene
) -> None:
    """What a class lists by name may be gone or shut in a form made of it."""
    for state, build in states_of(of, scene).items():
        form = build()
        good = {name: _good(form, name) for name in form.fields}
        texts = [name for name, field in form.fields.items() if _is_text(field)]
        sent = _sent(form, good | dict.fromkeys(texts, IN_TEXTS["an NHS number"]))
        names = [*good, ""]
        half = len(names) // 2  # so that what belongs together is not gone and shut at once
        for name, other in zip(names, names[half:] + names[:half], strict=True):
            case = f"{state}: without {name}, {other} shut"
            _send(build, sent, case, change=_without(name, shut=other))


def _without(name: str, *, shut: str) -> Callable[[Any], None]:
    """Return what takes one field out of a form and shuts another; "" for none."""

    def change(form: Any) -> None:
        if shut:
            form.fields[shut].disabled = True
        form.fields.pop(name, None)

    return change


def _send(
    build: Any, sent: tuple[Any, Any], case: str, change: Callable[[Any], Any] | None = None
) -> None:
    form = build(*sent)
    if change:
        change(form)
    try:
        with transaction.atomic():
            if form.is_valid() and _saves(form):
                form.save()
            transaction.set_rollback(True)
    except Exception as error:
        raise AssertionError(case) from error


def _saves(form: Any) -> bool:
    """Whether saving is the form's own: a row that is not stored yet is a service's to make."""
    if isinstance(form, ConcurrentEditForm):
        return form.instance.pk is not None
    return isinstance(form, forms.ModelForm)


def _sent(form: Any, values: dict[str, Any]) -> tuple[QueryDict, MultiValueDict]:
    """Return the values as a browser sends them, by the widgets of their fields."""
    data, files = QueryDict(mutable=True), MultiValueDict()
    for name, value in values.items():
        widget, sent = form.fields[name].widget, form.add_prefix(name)
        if isinstance(widget, forms.FileInput):
            if value:
                files[sent] = SimpleUploadedFile(
                    value[:300] or "x", value[:5_000].encode("utf-8", "replace")
                )
        elif isinstance(widget, forms.MultiWidget):
            parts = value if isinstance(value, list) else [value] * len(widget.widgets)
            data.update(
                {
                    f"{sent}{part}": one
                    for part, one in zip(widget.widgets_names, parts, strict=True)
                }
            )
        else:
            data.setlist(sent, value if isinstance(value, list) else [value])
    return data, files


def _is_text(field: forms.Field) -> bool:
    return type(field) is forms.CharField and not field.widget.is_hidden


def _good(form: Any, name: str) -> Any:
    """Return an answer that the field takes, as it is sent."""
    field = form.fields[name]
    if field.widget.is_hidden and (kept := form.get_initial_for_field(field, name)):
        return str(kept)
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _last_choice(field)
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return str(1 if field.min_value is None else field.min_value)
    for kind, answer in GOOD.items():
        if isinstance(field, kind):
            return answer
    return ""


def _last_choice(field: Any) -> str:
    last = ""
    for value, label in field.choices:
        inside = [one for one, _ in label] if isinstance(label, list | tuple) else [value]
        last = str(inside[-1])
    return last
