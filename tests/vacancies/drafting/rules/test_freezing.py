"""A draft as plain values and back."""

import json

from hypothesis import given

from tests.each import each
from tests.vacancies.drafting.rules.drafts import DRAFTS
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.freezing import freeze, is_drafted, thaw

ODD = (None, True, -7, 1e400, "x", [], [None], [[]], {}, {"id": []}, {"text": {}, "share": "x"})


@given(draft=DRAFTS)
def test_what_was_frozen_comes_back_through_json(draft):
    assert thaw(json.loads(json.dumps(freeze(draft)))) == draft


@each("odd", [*ODD, *([one] for one in ODD)])
def test_reading_never_raises(odd):
    assert isinstance(thaw(odd), Draft)
    for name in Draft.__dataclass_fields__:
        assert isinstance(thaw({"draft": {name: odd}}), Draft)


def test_what_is_missing_is_empty_and_what_is_unknown_is_left_out():
    draft = {"duties": [{"id": 1, "text": "Searches"}], "hours": "x", "gone": 1}
    assert thaw({"draft": draft}) == Draft(duties=(Duty(1, "Searches"),))


@each(
    "draft",
    [
        Draft(purpose="To help"),
        Draft(duties=(Duty(1, "Searches"),)),
        Draft(criteria=(Criterion(1, "skills", True, "Can search"),)),
    ],
)
def test_a_draft_with_a_purpose_a_duty_or_a_criterion_is_drafted(draft):
    assert is_drafted(draft)


@each("draft", [Draft(), Draft(title="Librarian", band="5"), Draft(purpose=" ")])
def test_a_title_alone_is_not(draft):
    assert not is_drafted(draft)
