"""Which value of a fact holds on a day, and how it is written."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kls_portal.plain_values import WrongValuesError
from kls_portal.reference.bindings import (
    Binding,
    bindings_in,
    broken_bindings,
    replace_bindings,
    split_bindings,
)
from kls_portal.reference.dated import DatedFact, FactTable, fact_faults, value_text
from kls_portal.reference.models import Fact
from kls_portal.reference.shipped_facts import read_facts
from tests.each import each

NEW_LAW = date(2027, 1, 1)
EVE = NEW_LAW - timedelta(days=1)
OLD = DatedFact("service", "Service needed", "2", "years", until=EVE, strength="law")
NEW = replace(OLD, value="6", unit="months", since=NEW_LAW, until=None, is_original=False)
NORTH = replace(OLD, value="1", unit="years", nations=("NIR",), until=None)
TABLE = FactTable.of([NEW, NORTH, OLD])


@each(
    "nation, day, text",
    [("ENG", EVE, "2 years"), ("ENG", NEW_LAW, "6 months"), ("NIR", NEW_LAW, "1 year")],
)
def test_in_force_is_the_value_of_the_day_and_nation(nation, day, text):
    assert TABLE.in_force("service", nation, day).text == text


def test_next_change_is_the_value_that_follows():
    assert TABLE.next_change("service", "ENG", EVE) == NEW
    assert TABLE.next_change("service", "ENG", NEW_LAW) is None
    assert TABLE.next_change("service", "NIR", EVE) is None


def test_a_fact_that_ended_has_lapsed_until_another_takes_its_place():
    alone = FactTable.of([OLD])
    assert alone.lapsed(EVE) == set()
    assert alone.in_force("service", "ENG", NEW_LAW) is None
    assert alone.last("service", "ENG", NEW_LAW) == OLD
    assert alone.lapsed(NEW_LAW) == {OLD}
    assert TABLE.lapsed(NEW_LAW) == set()


def test_a_fact_to_be_read_again_has_lapsed_on_that_day():
    due = FactTable.of([replace(NEW, review_by=date(2027, 11, 28))])
    assert due.lapsed(date(2027, 11, 27)) == set()
    assert len(due.lapsed(date(2027, 11, 28))) == 1


def test_boundaries_are_the_days_on_which_something_changes():
    assert TABLE.boundaries(["service"]) == [NEW_LAW]
    assert TABLE.boundaries(["another"]) == []


@each(
    "value, unit, text",
    [
        ("32073", "pounds", "£32,073"),
        ("37.5", "hours-a-week", "37.5 hours a week"),
        ("1", "hours-a-week", "1 hour a week"),
        ("3.3", "per-cent", "3.3%"),
        ("1", "months", "1 month"),
        ("2027-01-01", "date", "1 January 2027"),
        ("1 to 1,250", "", "1 to 1,250"),
    ],
)
def test_a_value_is_written_with_its_unit(value, unit, text):
    assert value_text(value, unit) == text


@each("value, unit", [("six", "months"), ("NaN", "pounds"), ("Infinity", "days"), ("1/1", "date")])
def test_a_value_that_does_not_fit_its_unit_is_a_fault(value, unit):
    assert set(_faults(value=value, unit=unit)) == {"value"}


def test_days_out_of_order_and_unknown_nations_are_faults():
    faults = _faults(nations=["FRA"], since=NEW_LAW, until=EVE, read_on=NEW_LAW, review_by=EVE)
    assert set(faults) == {"nations", "until", "review_by"}
    assert _faults() == {}


def _faults(**given):
    return fact_faults(DatedFact("notice", "Notice", **({"value": "6", "unit": "months"} | given)))


def test_number_is_of_a_figure_alone():
    assert OLD.number == Decimal(2)
    with pytest.raises(ValueError, match="service"):
        _ = replace(OLD, value="some").number


def test_what_was_not_read_in_the_original_says_so():
    assert OLD.read_in == ""
    assert NEW.read_in == "the Act itself"


TEXT = "After {{ fact service }}, or {{fact  service northern-ireland }}; {{ fact service }}."


def test_bindings_are_found_with_their_nation():
    assert bindings_in(TEXT) == [Binding("service"), Binding("service", "NIR")]
    assert [str(one) for one in bindings_in(TEXT)] == [
        "{{ fact service }}",
        "{{ fact service northern-ireland }}",
    ]


def test_bindings_are_replaced_and_the_words_between_stay():
    assert replace_bindings(TEXT, lambda one: one.nation) == "After ENG, or NIR; ENG."
    assert split_bindings(TEXT)[::2] == ["After ", ", or ", "; ", "."]


@each("text", ["{{ fact }}", "{{ fact <b>x</b> }}", "{{ fact x france }}", "{{"])
def test_braces_that_name_no_fact_are_broken(text):
    assert broken_bindings(f"Some {text} words") != []
    assert broken_bindings(TEXT) == []


@pytest.mark.parametrize(
    ("strength", "more", "review_by"),
    [
        ("law", "", date(2029, 2, 28)),
        ("law", "review_by = 2028-06-01", date(2028, 6, 1)),
        ("law", "lasts = true", None),
        ("measured", "", None),
    ],
    ids=["a year", "a day of its own", "lasts", "a figure of the past"],
)
def test_law_terms_and_guidance_are_read_again_within_a_year(tmp_path, strength, more, review_by):
    file = tmp_path / "facts.toml"
    read = 'value = "1"\nsource = "S"\nread_on = 2028-02-29\n'
    file.write_text(f'[[facts]]\nid = "a"\nwhat = "A"\n{read}strength = "{strength}"\n{more}\n')
    (fact,) = read_facts(file)
    assert (fact.code, fact.review_by) == ("a", review_by)


@pytest.mark.parametrize("key", ["id", "what", "source", "strength"])
def test_a_fact_without_one_of_these_is_refused(tmp_path, key):
    given = {"id": "a", "what": "A", "value": "1", "source": "S", "strength": "law"}
    lines = (f'{name} = "{text}"' for name, text in given.items() if name != key)
    file = tmp_path / "facts.toml"
    file.write_text("\n".join(["", "[[facts]]", *lines]))
    with pytest.raises(WrongValuesError, match=f"facts.toml.facts.0..{key}"):
        list(read_facts(file))


@each("value, text", [("40823", "Pay: £40,823"), ("a lot", "Pay: a lot")])
def test_a_fact_is_called_by_its_value_with_its_unit_where_that_fits(value, text):
    assert str(Fact(what="Pay", value=value, unit="pounds")) == text
