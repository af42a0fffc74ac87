"""A date in three boxes: what is taken, what is refused in which words, what stays."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from kls_portal.forms import DateInputField, FieldOptions, NhsukForm
from kls_portal.forms.dates import parts_of
from kls_portal.forms.presentation import first_control, problems_of
from tests.each import each
from tests.pages import error_codes


class StartForm(NhsukForm):
    starts = DateInputField(label="Start date")


class MaybeForm(NhsukForm):
    starts = DateInputField(label="When does 100% of the work start?", required=False)


def typed(day: Any, month: Any, year: Any, form: type[NhsukForm] = StartForm) -> NhsukForm:
    return form({"starts_day": day, "starts_month": month, "starts_year": year})


@each(
    "day, month, year, expected",
    [
        ("1", "3", "2027", date(2027, 3, 1)),
        ("01", "03", "2027", date(2027, 3, 1)),
        (" 29 ", "2", "2028", date(2028, 2, 29)),
        ("1", "March", "2027", date(2027, 3, 1)),
        ("1", "mar", "2027", date(2027, 3, 1)),
        ("1", "MAR.", "2027", date(2027, 3, 1)),
        ("9", "Sept", "2027", date(2027, 9, 9)),
        ("1", "1", "1900", date(1900, 1, 1)),
        ("31", "12", "2100", date(2100, 12, 31)),
    ],
)
def test_date_is_taken(day: str, month: str, year: str, expected: date) -> None:
    form = typed(day, month, year)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["starts"] == expected


@each(
    "day, month, year, message, wrong",
    [
        ("", "", "", "Enter the start date", [0, 1, 2]),
        (" ", " ", " ", "Enter the start date", [0, 1, 2]),
        ("1", "3", "", "Start date must include a year", [2]),
        ("1", "", "2027", "Start date must include a month", [1]),
        ("", "3", "2027", "Start date must include a day", [0]),
        ("1", "", "", "Start date must include a month and year", [1, 2]),
        ("1", "3", "27", "Start date must have a year with 4 numbers", [2]),
        ("1", "3", "20277", "Start date must have a year with 4 numbers", [2]),
        ("31", "2", "2027", "Start date must be a real date: February 2027 has 28 days", [0, 1, 2]),
        ("29", "2", "2027", "Start date must be a real date: February 2027 has 28 days", [0, 1, 2]),
        ("0", "3", "2027", "Start date must be a real date: March 2027 has 31 days", [0, 1, 2]),
        ("1", "13", "2027", "Start date must be a real date", [1]),
        ("1", "ma", "2027", "Start date must be a real date", [1]),
        ("one", "3", "2027", "Start date must be a real date", [0]),
        ("-1", "3", "2027", "Start date must be a real date", [0]),
        ("²", "③", "2027", "Start date must be a real date", [0, 1]),
        ("１", "３", "２０２７", "Start date must be a real date", [0, 1, 2]),
        ("٣", "٣", "٢٠٢٧", "Start date must be a real date", [0, 1, 2]),
        ("1", "3", "0000", "Start date must be a real date", [0, 1, 2]),
        ("1", "3", "year", "Start date must be a real date", [2]),
        ("9" * 50_000, "3", "2027", "Start date must be a real date", [0]),
        ("1", "9" * 50_000, "2027", "Start date must be a real date", [1]),
        ("1", "3", "9" * 50_000, "Start date must have a year with 4 numbers", [2]),
        ("1", "3", "ﷺ" * 50_000, "Start date must be a real date", [2]),
        ("1", "3", "1899", "Start date must be 1 January 1900 or later", [0, 1, 2]),
        ("1", "3", "9999", "Start date must be 31 December 2100 or earlier", [0, 1, 2]),
    ],
)
def test_date_is_refused_in_clear_words_and_stays_in_words(
    day: str, month: str, year: str, message: str, wrong: list[int]
) -> None:
    form = typed(day, month, year)
    assert form.errors["starts"] == [message]
    parts = parts_of(form["starts"])
    assert [place for place, part in enumerate(parts) if part.wrong] == wrong
    assert form["starts"].value() == [day, month, year]
    assert first_control(form["starts"]) == f"id_starts_{wrong[0]}"
    marked = ["aria-invalid" in part.control for part in parts]
    assert marked == [part.wrong for part in parts]


def test_question_as_label_is_quoted_in_words() -> None:
    form = typed("1", "", "2027", MaybeForm)
    assert form.errors["starts"] == [
        "The date for “When does 100% of the work start?” must include a month"
    ]


class KeyDatesForm(NhsukForm):
    field_options = {
        "opens": FieldOptions(name="the opening date"),
        "closes": FieldOptions(name="closing date"),
    }
    opens = DateInputField(label="When does it open?")
    closes = DateInputField(label="When does it close?")
    interview = DateInputField(label="When do you meet people?")
    starts = DateInputField(label="Start date")


@each("day", [("1", "3", "27"), ("1", "", "2027"), ("31", "2", "2027"), ""])
def test_wrong_dates_of_one_form_are_told_apart(day: tuple[str, ...]) -> None:
    boxes = dict(zip(("day", "month", "year"), day, strict=False))
    names = KeyDatesForm.base_fields
    form = KeyDatesForm({f"{name}_{box}": one for name in names for box, one in boxes.items()})
    lines = [problem.text for problem in problems_of(form)]
    assert len(set(lines)) == len(lines) == 4


def test_a_date_is_called_what_its_look_says_in_words() -> None:
    form = KeyDatesForm({"opens_day": "1", "closes_day": "x"})
    assert form.errors["opens"] == ["Opening date must include a month and year"]
    assert form.errors["closes"] == ["Closing date must include a month and year"]


def test_percent_sign_in_a_label_stays_one_in_words() -> None:
    field = DateInputField(label="100% date")
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(["1", "", "2027"])
    assert refused.value.messages == ["100% date must include a month"]


def test_optional_date_may_be_left_out() -> None:
    form = typed("", "", "", MaybeForm)
    assert form.is_valid()
    assert form.cleaned_data["starts"] is None


def test_limits_of_a_field_speak_for_themselves() -> None:
    field = DateInputField(label="Closing date")
    field.earliest = date(2027, 1, 5)
    with pytest.raises(forms.ValidationError, match="5 January 2027") as refused:
        field.clean(["4", "1", "2027"])
    assert refused.value.code == "min_value"
    assert field.clean(["5", "1", "2027"]) == date(2027, 1, 5)


def test_date_comes_back_in_three_boxes() -> None:
    form = StartForm(initial={"starts": date(2027, 3, 1)})
    values = [f'value="{part}"' for part in (1, 3, 2027)]
    shown = zip(values, parts_of(form["starts"]), strict=True)
    assert all(value in part.control for value, part in shown)


def test_month_typed_as_a_word_is_readable_when_it_comes_back() -> None:
    month = parts_of(typed("1", "March", "")["starts"])[1]
    assert "nhsuk-input--width-5" in month.control


def test_address_may_carry_the_date_whole() -> None:
    assert StartForm({"starts": "2027-03-31"}).is_valid()
    assert error_codes(StartForm({"starts": "2027-02-31"})) == {"starts": {"invalid"}}
    assert error_codes(StartForm({"starts": "soon"})) == {"starts": {"missing"}}


@each(
    "data, changed",
    [(("1", "3", "2027"), False), (("2", "3", "2027"), True), (("x", "3", "2027"), True)],
)
def test_change_is_told_from_what_was_there(data: tuple[str, str, str], changed: bool) -> None:
    form = StartForm(
        dict(zip(("starts_day", "starts_month", "starts_year"), data, strict=True)),
        initial={"starts": date(2027, 3, 1)},
    )
    assert form.has_changed() is changed


def test_field_stands_for_the_date_of_a_model() -> None:
    field = models.DateField("Closing date").formfield(form_class=DateInputField)
    assert isinstance(field, DateInputField)
    assert field.clean(["1", "3", "2027"]) == date(2027, 3, 1)


@given(st.lists(st.one_of(st.none(), st.text()), min_size=3, max_size=3))
def test_no_text_breaks_the_field(parts: list[str | None]) -> None:
    first, second, third = parts
    form = typed(first, second, third, MaybeForm)
    if form.is_valid():
        found = form.cleaned_data["starts"]
        assert found is None or date(1900, 1, 1) <= found <= date(2100, 12, 31)
    else:
        assert len(form.errors["starts"]) == 1
