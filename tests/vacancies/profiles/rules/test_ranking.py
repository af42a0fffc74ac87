"""Several profiles beside the same levels: what is worth taking, and in which order."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.vacancies.profiles.rules.build import (
    BANDS,
    LIMITS,
    NURSE,
    PROFILES,
    SCHEME,
    highest,
    lowest,
    profile,
    result,
)
from vacancies.profiles.rules.bands import RULE_OF_FIXED_FACTOR
from vacancies.profiles.rules.comparison import OUTCOME_WORDS, RANK, Rulings
from vacancies.profiles.rules.ranking import RULED_OUT, STILL_OPEN, WORTH_TAKING, ranking

FILE = Path(__file__).parent / "nurse_cases.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["cases"]


def ranked(levels, *profiles, limits=LIMITS):
    return ranking(profiles or (NURSE,), levels, Rulings(SCHEME, BANDS, limits))


def only(levels, *profiles, **kwargs):
    return ranked(levels, *profiles, **kwargs)[0]


def test_a_profile_match_is_worth_taking():
    found = only(highest())
    assert found.worth == WORTH_TAKING
    assert found.match.outcome == "profile_match"
    assert found.because


BAND_MATCH = next(case for case in CASES if case["outcome"] == "band_match")


def test_a_band_match_is_worth_taking_and_says_how_many_vary():
    found = only(BAND_MATCH["levels"])
    varying = len(BAND_MATCH["varying_factors"])
    assert found.worth == WORTH_TAKING
    assert found.because.startswith(f"{varying} factor")


def test_a_fixed_factor_that_varies_rules_a_profile_out():
    found = only(highest(F2=highest()["F2"] + 1))
    assert found.worth == RULED_OUT
    assert found.because.startswith(f"{SCHEME.factor('F2').name} ")
    assert RULE_OF_FIXED_FACTOR["F2"] in found.match.failed_rules


def test_two_fixed_factors_are_both_named():
    levels = highest(F2=highest()["F2"] + 1, F12=highest()["F12"] + 1)
    for code in ("F2", "F12"):
        assert SCHEME.factor(code).name.lower() in only(levels).because.lower()


def test_a_factor_too_far_away_rules_a_profile_out():
    found = only(highest(F16=1), profile(F16="5"))
    assert found.worth == RULED_OUT
    assert "MR03" in found.match.failed_rules
    assert not re.search(r"\d", found.because)  # neither points nor a number of factors


def test_too_many_varying_factors_rule_a_profile_out():
    limits = replace(LIMITS, max_varying_factors=0)
    found = only(highest(F3=highest()["F3"] + 1), limits=limits)
    assert re.findall(r"\d+", found.because) == ["1", "0"]
    assert "MR06" in found.match.failed_rules
    assert found.worth == RULED_OUT


def test_a_profile_of_which_too_much_varies_is_ruled_out_before_all_is_known():
    limits = replace(LIMITS, max_varying_factors=0)
    found = only({"F3": highest()["F3"] + 1}, limits=limits)
    assert (found.worth, found.match.outcome) == (RULED_OUT, "incomplete")
    assert re.findall(r"\d+", found.because) == ["1", "0"]


def test_a_total_above_the_band_rules_a_profile_out_by_its_points():
    top = {code: level + 1 for code, level in highest().items() if code in ("F1", "F3")}
    limits = replace(LIMITS, max_varying_factors=16)
    found = only(highest(**top), limits=limits)
    assert (found.worth, found.match.outcome) == (RULED_OUT, "no_match")
    assert str(found.match.score) in found.because


def test_missing_evidence_leaves_a_profile_open():
    found = only({"F1": highest()["F1"]})
    assert found.worth == STILL_OPEN
    assert re.findall(r"\d+", found.because) == ["1", "16", "0"]


def test_missing_evidence_does_not_hide_what_already_rules_a_profile_out():
    found = only({"F2": highest()["F2"] + 1})
    assert (found.worth, found.match.outcome) == (RULED_OUT, "incomplete")
    assert found.match.score is None


def test_the_best_comes_first_then_the_fewest_varying_factors():
    levels = highest()
    one_off = replace(NURSE, id="ONE", ranges={**profile(F3="1").ranges})
    far_off = replace(NURSE, id="FAR", ranges={**profile(F2="1", F12="1").ranges})
    order = [found.profile.id for found in ranked(levels, far_off, one_off, NURSE)]
    assert order[0] == NURSE.id
    assert order[-1] == "FAR"


def test_every_outcome_has_its_words_and_its_place():
    assert list(RANK) == list(OUTCOME_WORDS)
    assert sorted(RANK.values()) == list(range(5))


LEVELS = st.fixed_dictionaries(
    {},
    optional={
        factor.code: st.one_of(st.none(), st.integers(1, factor.number_of_levels))
        for factor in SCHEME.factors
    },
)


@given(LEVELS, st.permutations(list(PROFILES.values())))
def test_ranking_agrees_with_matching_one_by_one_in_any_order(levels, profiles):
    found = ranked(levels, *profiles)
    assert {one.profile.id for one in found} == {one.id for one in profiles}
    places = [RANK[one.match.outcome] for one in found]
    assert places == sorted(places)
    for one in found:
        assert one.match == result(levels, one.profile)
        if one.match.outcome in {"profile_match", "band_match"}:
            assert one.worth == WORTH_TAKING
        else:
            assert one.worth != WORTH_TAKING
        assert one.because.endswith(".")


@given(st.sampled_from(sorted(lowest())), st.sampled_from([lowest, highest]))
def test_what_is_still_open_is_never_ruled_out_by_adding_what_the_profile_has(code, of):
    levels = of()
    given_first = {code: levels[code]}
    assert only(given_first).worth == STILL_OPEN
    assert only(levels).worth in {WORTH_TAKING, RULED_OUT}
