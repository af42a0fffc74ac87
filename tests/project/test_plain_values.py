"""Dataclasses from plain values: strictly of what ships, tolerantly of what was stored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Literal

import pytest

from kls_portal.plain_values import (
    Stored,
    WrongValuesError,
    from_plain,
    from_row,
    read_toml,
    rows_in,
    to_plain,
)
from tests.each import each


@dataclass(frozen=True)
class Row:
    id: int
    text: str
    words: tuple[str, ...] = ()
    day: date | None = None
    sure: bool = False


@dataclass(frozen=True)
class Whole:
    title: str = ""
    hours: Decimal | None = None
    rows: tuple[Row, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)
    level: Literal["must", "could"] = "must"


WHOLE = Whole(
    "Librarian",
    Decimal("37.5"),
    (Row(1, "a", ("b",), date(2027, 5, 4)),),
    {"most": 3, "least": 0.5},
)


def test_what_was_made_plain_comes_back_through_json():
    plain = json.loads(json.dumps(to_plain(WHOLE)))
    assert plain["rows"][0]["day"] == "2027-05-04"
    assert from_plain(Whole, plain) == WHOLE
    assert Stored({}).read(Whole, plain) == WHOLE


def test_a_whole_number_stays_one():
    assert type(from_plain(Whole, {"limits": {"most": 3}}).limits["most"]) is int


@each(
    "values, named",
    [
        ({"title": 1}, "shipped.toml.title"),
        ({"rows": [{"id": 1}]}, "shipped.toml.rows[0].text"),
        ({"rows": [{"id": True, "text": "x"}]}, "shipped.toml.rows[0].id"),
        ({"rows": [{"id": 1, "text": "x", "wrds": []}]}, "wrds"),
        ({"hours": "x"}, "shipped.toml.hours"),
        ({"level": "should"}, "shipped.toml.level"),
        ([], "shipped.toml"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_the_field(values, named):
    with pytest.raises(WrongValuesError) as error:
        from_plain(Whole, values, "shipped.toml")
    assert named in str(error.value)


def test_a_file_is_read_whole_or_one_table_of_it(tmp_path):
    file = tmp_path / "shipped.toml"
    file.write_text('title = "x"\n[[rows]]\nid = 1\ntext = "a"\nday = 2027-05-04\n')
    row = Row(1, "a", day=date(2027, 5, 4))
    assert read_toml(file, Whole) == Whole("x", rows=(row,))
    assert rows_in(file, "rows", Row) == (row,)
    file.write_text('[[rows]]\nid = 1\ntext = "a"\n[[rows]]\nid = 2\n')
    with pytest.raises(WrongValuesError, match=r"shipped.toml.rows\[1\].text"):
        rows_in(file, "rows", Row)


def test_a_row_gives_what_it_calls_by_the_same_name():
    row = SimpleNamespace(pk=7, text="a", words=["b"], day=None, sure=True, more="passed over")
    assert from_row(Row, row, id=row.pk) == Row(7, "a", ("b",), sure=True)
    with pytest.raises(TypeError):
        from_row(Row, row)


def test_what_was_stored_is_read_as_far_as_it_can_be():
    stored = {"title": 1, "gone": 2, "hours": "NaN", "rows": [{"text": "a"}, {"id": 1}, "x"]}
    assert Stored({Row: "text"}).read(Whole, stored) == Whole(rows=(Row(0, "a"),))
    assert Stored({}).read(Whole, ["x"]) == Whole()
