"""The sheet of a version as plain values and back."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kls_portal.plain_values import to_plain
from tests.vacancies.drafting.exports.build_documents import make_sheet, make_sheet_everywhere
from vacancies.profiles.rules.evidence import EvidenceSheet, thaw_sheet

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


@given(text=st.text(min_size=1, max_size=30))
def test_what_was_frozen_comes_back_through_json(text):
    sheet = replace(
        make_sheet_everywhere(text), version=2, agreed_on=date(2026, 3, 4), agreed_with=text
    )
    for one in (sheet, make_sheet(), replace(make_sheet(), withdrawn_on=date(2026, 1, 2))):
        assert thaw_sheet(json.loads(json.dumps(to_plain(one)))) == one


def test_a_version_without_a_sheet_has_none():
    assert thaw_sheet(None) is None
    assert thaw_sheet({}) is None


@given(content=ANYTHING, name=st.sampled_from(["factors", "duties", "result", "day", "title"]))
def test_reading_never_raises(content, name):
    stored = {**to_plain(make_sheet()), name: content}
    assert isinstance(thaw_sheet(stored), EvidenceSheet | None)
    assert isinstance(thaw_sheet({"factors": [content]}), EvidenceSheet)


def test_a_level_that_cannot_be_read_is_no_evidence():
    stored = to_plain(make_sheet())
    stored["factors"][0] |= {"level": "high", "verdict": "match"}
    assert thaw_sheet(stored).factors[0].verdict == "no-evidence"
