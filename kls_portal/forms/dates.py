"""A date entered in three boxes: day, month and year.

Pattern and messages: nhsuk-frontend 10.6.1, component date-input (read 22 November 2026).
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe

from kls_portal.forms.messages import Sentence, at_the_start
from kls_portal.in_words import MONTHS, plain_date


@dataclass(frozen=True)
class Part:
    id: str
    label: str
    control: SafeString
    wrong: bool


def parts_of(field: BoundField) -> list[Part]:
    """Return the three boxes of a date, with the wrong ones marked."""
    wrong = wrong_parts(field)
    boxes = field.field.widget.get_context(
        field.html_name, field.value(), field.build_widget_attrs({"id": field.auto_id})
    )["widget"]["subwidgets"]
    parts = []
    for part, box in zip(PARTS, boxes, strict=True):
        width = _width(part, str(box["value"] or ""))
        error = "nhsuk-input--error " if part in wrong else ""
        box["attrs"]["class"] = (
            f"nhsuk-input {error}nhsuk-input--width-{width} nhsuk-date-input__input"
        )
        if part not in wrong:
            box["attrs"].pop("aria-invalid", None)
        control = mark_safe(field.form.renderer.render(box["template_name"], {"widget": box}))
        parts.append(Part(box["attrs"]["id"], part.capitalize(), control, part in wrong))
    return parts


def wrong_parts(field: BoundField) -> list[str]:
    """Return which boxes of a date are wrong; all of them if the error does not say."""
    if not field.errors:
        return []
    for error in field.form.errors[field.name].as_data():
        if isinstance(error.params, dict) and "parts" in error.params:
            return list(error.params["parts"])
    return list(PARTS)


def _width(part: str, typed: str) -> int:
    if part == "year":
        return 4
    # Keep a month typed as a word readable when it is shown again.
    return 5 if len(typed) > 2 else 2


PARTS = ("day", "month", "year")


class DateInput(forms.MultiWidget):
    """Three boxes, submitted as `<name>_day`, `<name>_month` and `<name>_year`.

    A query string may also carry the whole date, as `<name>=2027-03-31`.
    """

    def __init__(self) -> None:
        super().__init__({part: forms.TextInput({"inputmode": "numeric"}) for part in PARTS})

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None] * 3

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        typed = super().value_from_datadict(data, files, name)
        whole = data.get(name)
        if typed == [None] * 3 and isinstance(whole, str):
            year, month, day = [*whole.strip().split("-", 2), "", ""][:3]
            return [day, month, year]
        return typed

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return super().value_omitted_from_data(data, files, name) and name not in data


class DateInputField(forms.Field):
    """A date entered as day, month and year; gives `datetime.date`, or None if left empty.

    The month may be a number or a name of three letters or more ("March", "mar"). `earliest` and
    `latest` keep date arithmetic within the range of Python's dates. Each error has
    `params={"parts": …}`, the boxes that are wrong. `name` is the date's name within a sentence,
    from the form's field options; "" for the label.
    """

    widget = DateInput
    name = ""
    earliest, latest = date(1900, 1, 1), date(2100, 12, 31)

    def to_python(self, value: Any) -> date | None:
        """Return the date entered.

        Raises ValidationError for an empty box, a year without four digits, a date that does not
        exist, or a date outside the limits.
        """
        if value is None or isinstance(value, date):
            return value
        typed = dict(zip(PARTS, (str(part or "").strip() for part in value), strict=True))
        if not any(typed.values()):
            return None
        missing = [part for part in PARTS if not typed[part]]
        if missing:
            raise self._error("missing", f"must include a {' and '.join(missing)}", missing)
        return self._within_limits(self._real_date(typed))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the boxes hold a different date from before; an invalid date is a change."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True

    def _real_date(self, typed: Mapping[str, str]) -> date:
        day, month, year = _digits(typed["day"], 2), _month(typed["month"]), typed["year"]
        if re.fullmatch(r"[0-9]{1,3}|[0-9]{5,}", year):
            raise self._error("year", "must have a year with 4 numbers", ["year"])
        numbers = {"day": day, "month": month, "year": _digits(year, 4)}
        wrong = [part for part in PARTS if numbers[part] is None]
        if not wrong:
            try:
                return date(numbers["year"] or 0, month or 0, day or 0)
            except ValueError:
                wrong = list(PARTS)
        why = f"must be a real date{_days_of(numbers) if wrong == list(PARTS) else ''}"
        raise self._error("invalid", why, wrong)

    def _within_limits(self, value: date) -> date:
        if value < self.earliest:
            raise self._error("min_value", f"must be {plain_date(self.earliest)} or later", PARTS)
        if value > self.latest:
            raise self._error("max_value", f"must be {plain_date(self.latest)} or earlier", PARTS)
        return value

    def _error(self, code: str, rest: str, parts: Sequence[str]) -> ValidationError:
        name = self.name or str(self.label or "date").strip()
        start = f"The date for “{name}”" if name.endswith("?") else at_the_start(name)
        sentence = Sentence(f"{start} {rest}")
        return ValidationError(sentence, code=code, params={"parts": list(parts)})


def _days_of(numbers: Mapping[str, int | None]) -> str:
    """Return a phrase saying how many days the month has; "" if there is no such month."""
    year, month = numbers["year"] or 0, numbers["month"] or 0
    if not (year >= MINYEAR and 1 <= month <= 12):
        return ""
    return f": {date(year, month, 1):%B %Y} has {monthrange(year, month)[1]} days"


def _digits(text: str, longest: int) -> int | None:
    # int() accepts digits of every script and any length; only 0 to 9 are valid here.
    return int(text) if re.fullmatch(rf"[0-9]{{1,{longest}}}", text) else None


def _month(text: str) -> int | None:
    word = text.casefold().rstrip(".")
    if len(word) >= 3:
        for number, name in enumerate(MONTHS, start=1):
            if name.casefold().startswith(word):
                return number
    month = _digits(text, 2)
    return month if month is not None and 1 <= month <= 12 else None
