"""The limits of the matching rules and what is known about each."""

from dataclasses import fields

import pytest

from tests.each import each
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.bands import Limits


def test_the_limits_in_use():
    limits = loading.limits()
    assert limits.max_level_distance == 1
    assert limits.max_varying_factors == 5
    assert limits.factors_that_must_match == {"F2", "F12"}
    assert limits.hybrid_enabled is False


def test_the_defaults_are_the_limits_in_use():
    assert Limits(sources=loading.limits().sources) == loading.limits()


def test_every_limit_names_its_source_and_its_doubt():
    sources = {source.limit: source for source in loading.limits().sources}
    assert sources.keys() == {field.name for field in fields(Limits)} - {"sources"}
    assert all(source.source and source.doubt for source in sources.values())
    assert "four" in sources["max_varying_factors"].doubt


@each("limit", ["max_level_distance", "max_varying_factors"])
def test_a_limit_below_0_is_refused(limit):
    with pytest.raises(ValueError, match="0"):
        Limits(**{limit: -1})


def test_a_fixed_factor_without_a_rule_is_refused():
    with pytest.raises(ValueError, match="F7"):
        Limits(factors_that_must_match=frozenset({"F2", "F7"}))
