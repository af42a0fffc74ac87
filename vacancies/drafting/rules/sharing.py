"""The copy of a draft that an organisation offers to others, edited and screened.

It fails closed: the parts of a draft are taken from its classes, not from a list, so that a new
text is edited and screened like the others.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from kls_portal.in_words import plain_number
from kls_portal.personal_data import Find, personal_data
from vacancies.drafting.rules.field import Kind
from vacancies.drafting.rules.fields import BY_NAME, FIELDS, Draft

OUR_TRUST = "our Trust"
CHOSEN = {
    *(one.name for one in FIELDS if one.kind is Kind.CHOICE),
    *("area", "category", "assessed_by"),
}
"""Parts that hold a choice, not free text."""
_ROWS = {"duties": "duty", "criteria": "criterion"}
_UNREAD = {"id", "duties", "essential"}
_NUMBERS = (int, float, Decimal, date, type(None))


@dataclass(frozen=True)
class SharedText:
    """One text of the copy: the name of its field, its label, and its words."""

    name: str
    label: str
    text: str


@dataclass(frozen=True)
class _Place:
    """The position of a value: its name, its label, and its part of the draft or row."""

    name: str = ""
    label: str = ""
    part: str = ""

    def of(self, part: str) -> "_Place":
        words = part.replace("_", " ")
        if not self.name:
            label = BY_NAME[part].label if part in BY_NAME else words.capitalize()
            return _Place(part, label, part)
        if part == "text":
            return replace(self, part=part)
        called = self.label[:1].lower() + self.label[1:]
        return _Place(f"{self.name}_{part}", f"{words.capitalize()} of {called}", part)

    def at(self, number: int) -> "_Place":
        one = _ROWS.get(self.name, self.name)
        label = one.capitalize() if self.name in _ROWS else self.label
        return replace(self, name=f"{one}_{number}", label=f"{label} {number}")


def shared_texts(draft: Draft) -> tuple[SharedText, ...]:
    """Return every text of `draft` that others would read, in the order of the page.

    Names are "purpose", "duty_3", "duty_3_group", "criterion_1"; numbers count from 1.
    """
    return tuple(
        SharedText(place.name, place.label, value)
        for place, value in _values(_for_others(draft))
        if isinstance(value, str) and value and place.part not in CHOSEN
    )


def shared_words(draft: Draft) -> tuple[SharedText, ...]:
    """Return everything written in `draft`: its texts, choices and numbers.

    Ids of rows, links to duties and the level of criteria are left out.
    """
    return tuple(
        SharedText(place.name, place.label, _written(value))
        for place, value in _values(draft)
        if value not in ("", None) and (isinstance(value, str) or place.part not in _UNREAD)
    )


def finds_in(name: str, text: str) -> tuple[Find, ...]:
    """Return what looks like personal data in a text of the field `name`."""
    return personal_data(text, alone=True, posts=name in BY_NAME and BY_NAME[name].posts)


def edited(draft: Draft, texts: Mapping[str, str]) -> Draft:
    """Return a copy of `draft` with `texts`, by name, in place of its own.

    Dates and fields that are not `shared` are left out. A text not in `texts` is kept only if
    nothing in it looks like personal data. Duties and criteria with an empty text are removed, as
    are the links to such duties.
    """

    def change(place: _Place, value: Any) -> Any:
        if isinstance(value, date):
            return None
        if not isinstance(value, str):
            return value
        if place.part not in CHOSEN and place.name in texts:
            return texts[place.name]
        return "" if finds_in(place.name, value) else value

    copy = _for_others(_changed(draft, change))
    duties = tuple(duty for duty in copy.duties if duty.text)
    kept = {duty.id for duty in duties}
    criteria = tuple(
        replace(row, duties=tuple(number for number in row.duties if number in kept))
        for row in copy.criteria
        if row.text
    )
    return replace(copy, duties=duties, criteria=criteria)


def _for_others(draft: Draft) -> Draft:
    return replace(draft, **{one.name: one.empty for one in FIELDS if not one.shared})


def with_choices(draft: Draft, change: Callable[[str, str], str]) -> Draft:
    """Return `draft` with `change` applied to the part and slug of each choice (`CHOSEN`)."""

    def changed(place: _Place, value: Any) -> Any:
        return change(place.part, value) if value and place.part in CHOSEN else value

    copy: Draft = _changed(draft, changed)
    return copy


def without_name(text: str, name: str) -> str:
    """Return `text` with “our Trust” for `name`, in any case, and for a “the” before it."""
    if not name.strip():
        return text
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.sub(rf"(?<!\w)(?:the\s+)?{words}(?!\w)", _our_trust, text, flags=re.IGNORECASE)


def main_area(draft: Draft) -> str:
    """Return the slug of the most frequent area, the first if several tie, or ""."""
    counts = Counter(duty.area for duty in draft.duties if duty.area)
    return counts.most_common(1)[0][0] if counts else ""


def _our_trust(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip(" \t")
    begins = not before or before.endswith((".", "!", "?", "\n"))
    return OUR_TRUST.capitalize().replace("trust", "Trust") if begins else OUR_TRUST


def _written(value: Any) -> str:
    return plain_number(value) if isinstance(value, Decimal) else str(value)


def _values(value: Any, place: _Place = _Place()) -> Iterator[tuple[_Place, Any]]:
    """Return every value in a draft that has no parts of its own, with its place."""
    values: list[tuple[_Place, Any]] = []

    def note(where: _Place, one: Any) -> Any:
        values.append((where, one))
        return one

    _changed(value, note, place)
    return iter(values)


def _changed(value: Any, change: Callable[[_Place, Any], Any], place: _Place = _Place()) -> Any:
    """Return `value` with `change` applied to each value in it; lists drop those that become "".

    Raises TypeError for an unknown type, which might hold a text.
    """
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        return replace(value, **{n: _changed(one, change, place.of(n)) for n, one in parts.items()})
    if isinstance(value, tuple | list):
        items = (_changed(one, change, place.at(n)) for n, one in enumerate(value, start=1))
        return type(value)(item for item in items if item != "")
    if isinstance(value, (str, *_NUMBERS)):
        return change(place, value)
    raise TypeError(f"{place.name} is of a kind that cannot be screened: {type(value).__name__}")
