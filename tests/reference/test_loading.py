"""What becomes of a row when newer values ship, field by field."""

from kls_portal.reference.loading import (
    ADDED,
    KEPT,
    UNCHANGED,
    UPDATED,
    load_facts,
    load_rows,
    merge,
    plain,
)
from kls_portal.reference.models import Fact
from tests.each import each

OLD = {"text": "One", "days": 3}
NEW = {"text": "One, and more", "days": 4}


@each(
    "shipped, held, values, then, outcome",
    [
        ({}, {}, OLD, OLD, ADDED),
        (OLD, OLD, OLD, OLD, UNCHANGED),
        (OLD, OLD, NEW, NEW, UPDATED),
        # one corrected comma keeps only that comma
        (OLD, OLD | {"text": "One;"}, NEW, {"text": "One;", "days": 4}, UPDATED),
        (OLD, OLD | {"text": "One;"}, OLD, {"text": "One;", "days": 3}, KEPT),
        # a browser sends every line back with its own line break
        (OLD | {"text": "A\nB"}, OLD | {"text": "A\r\nB"}, NEW, NEW, UPDATED),
        # what an editor corrected as the release does follows from then on
        (OLD, NEW, NEW, NEW, UNCHANGED),
        # a new column follows
        ({"text": "One"}, OLD, NEW, NEW, UPDATED),
        # an editor's own row stays whole, unless it says the same
        ({}, OLD, NEW, OLD, KEPT),
        ({}, OLD, OLD, OLD, UNCHANGED),
    ],
)
def test_merge_keeps_corrected_fields_alone(shipped, held, values, then, outcome):
    made = merge(shipped, held, values)
    assert (made.values, made.outcome) == (then, outcome)
    assert made.shipped == ({} if outcome == KEPT and not shipped else values)


@each("days", [3, 4])
def test_a_correction_stays_through_every_later_release(days):
    held = {"text": "One;", "days": 3}
    made = merge(merge(OLD, held, OLD).shipped, held, OLD | {"days": days})
    assert made.values == {"text": "One;", "days": days}


def test_days_and_tuples_are_compared_as_json_holds_them(db):
    load_facts()
    row = Fact.objects.exclude(since=None).first()
    assert row.shipped["since"] == row.since.isoformat()
    assert plain({"roles": ("a", "b")}) == {"roles": ["a", "b"]}


def test_facts_keep_a_corrected_field_and_follow_in_the_others(db):
    load_facts()
    row = Fact.objects.exclude(since=None).first()
    Fact.objects.filter(pk=row.pk).update(what="Corrected")
    values = row.shipped | {"what": "Newer", "value": "7"}
    assert list(load_rows(Fact, {row.code: values})) == [UPDATED]
    row.refresh_from_db()
    assert (row.what, row.value) == ("Corrected", "7")


def test_a_fact_that_no_longer_ships_goes_unless_somebody_corrected_it(db):
    load_facts()
    values = Fact.objects.first().shipped
    list(load_rows(Fact, {code: values | {"name": code} for code in ("gone", "corrected")}))
    Fact.objects.filter(code="corrected").update(value="9")
    load_facts()
    assert set(Fact.objects.filter(code__in=("gone", "corrected")).values_list("code")) == {
        ("corrected",)
    }
