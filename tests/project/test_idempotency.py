"""The key of what a form makes once."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from kls_portal.accounts.models import Organisation, User
from kls_portal.idempotency import day_key, derived_key

KEY = UUID("6a3f0f5e-53a9-4b0c-9a3b-0d2f9a5f1c01")


def test_the_same_answers_give_the_same_key_in_any_order():
    answers = {"title": "Librarian", "hours": Decimal("37.5"), "starts_on": date(2027, 5, 4)}
    backwards = dict(reversed(answers.items()))
    assert derived_key(KEY, answers) == derived_key(KEY, backwards)
    assert derived_key(KEY, answers) != derived_key(KEY, {**answers, "title": "Archivist"})
    assert derived_key(KEY, answers) != derived_key(UUID(int=1), answers)


def test_a_row_counts_by_its_table_and_number_and_not_by_its_words():
    before, after = Organisation(pk=1, name="Northfield"), Organisation(pk=1, name="Southmoor")
    assert derived_key(KEY, before) == derived_key(KEY, after)
    assert derived_key(KEY, before) != derived_key(KEY, Organisation(pk=2, name="Northfield"))
    assert derived_key(KEY, before) != derived_key(KEY, User(pk=1))
    assert derived_key(KEY, [before]) != derived_key(KEY, before)


def test_texts_that_run_together_are_two():
    assert derived_key(KEY, "ab", "c") != derived_key(KEY, "a", "bc")


def test_a_day_has_one_key(monkeypatch):
    today = day_key()
    assert today == day_key()
    monkeypatch.setattr("kls_portal.idempotency.localdate", lambda: date(2000, 1, 1))
    assert today != day_key()


def test_what_has_no_words_of_its_own_is_refused():
    with pytest.raises(TypeError):
        derived_key(KEY, object())
