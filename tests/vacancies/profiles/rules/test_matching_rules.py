"""Each rule of matching_rules.toml fires when it should and stays silent when it should."""

import re
import tomllib
from dataclasses import replace

from tests.each import each
from tests.vacancies.profiles.rules.build import (
    LIMITS,
    NURSE,
    PROFILES,
    SCHEME,
    highest,
    lowest,
    profile,
    result,
)
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.comparison import ADVICE_ONLY


@each("level", [1, 2, 3, 4])
def test_mr01_a_level_in_the_range_ends_included_matches(level):
    assert "F13" not in result(highest(F13=level)).varying_factors


@each("code, level", [("F13", 5), ("F14", 1), ("F6", 4), ("F6", 6)])
def test_mr01_a_level_outside_the_range_varies(code, level):
    assert result(highest(**{code: level})).varying_factors == (code,)


def test_mr02_all_factors_in_range_and_the_total_in_the_band_is_a_profile_match():
    assert result(highest()).outcome == "profile_match"


def test_mr02_is_silent_when_one_factor_varies():
    assert result(highest(F10=2)).outcome == "band_match"


@each("code, level", [("F1", 2), ("F6", 7), ("F14", 5)])
def test_mr03_two_levels_away_fails(code, level):
    found = result(lowest(F13=4, **{code: level}))
    assert "MR03" in found.failed_rules
    assert found.outcome == "no_match"


@each("code, level", [("F1", 3), ("F6", 6), ("F14", 4)])
def test_mr03_is_silent_one_level_away(code, level):
    assert result(lowest(F13=4, F15=4, **{code: level})).outcome == "band_match"


def test_mr03_follows_the_limit():
    wide = replace(LIMITS, max_level_distance=2)
    assert result(highest(F1=2), limits=wide).failed_rules == ()


@each("level", [4, 6])
def test_mr04_knowledge_must_match(level):
    assert "MR04" in result(lowest(F2=level)).failed_rules


@each("level", [2, 4])
def test_mr05_freedom_to_act_must_match(level):
    assert "MR05" in result(lowest(F12=level)).failed_rules


def test_mr04_and_mr05_are_silent_for_other_factors():
    assert not {"MR04", "MR05"} & set(result(highest(F1=3, F3=2)).failed_rules)


def test_mr04_and_mr05_follow_the_limit():
    free = replace(LIMITS, factors_that_must_match=frozenset({"F12"}))
    assert result(lowest(F2=6), limits=free).failed_rules == ()
    assert result(lowest(F12=4), limits=free).failed_rules == ("MR05",)


FIVE = {"F1": 3, "F3": 2, "F6": 4, "F7": 2, "F10": 2}


def test_mr06_six_varying_factors_fail():
    assert result(highest(**FIVE, F4=3)).failed_rules == ("MR06",)


def test_mr06_is_silent_at_five():
    assert result(highest(**FIVE)).failed_rules == ()


def test_mr06_counts_knowledge_and_freedom_to_act_too():
    assert "MR06" in result(highest(**FIVE, F12=4)).failed_rules
    assert result(highest(F1=3, F3=2, F6=4, F12=4)).failed_rules == ("MR05",)


def test_mr06_follows_the_limit():
    four = replace(LIMITS, max_varying_factors=4)
    assert result(highest(**FIVE), limits=four).failed_rules == ("MR06",)


def test_mr07_a_total_above_the_band_fails():
    assert result(highest(F7=2, F10=2)).failed_rules == ("MR07",)


def test_mr07_a_total_below_the_band_fails_when_a_factor_varies():
    assert result(lowest(F3=2)).failed_rules == ("MR07",)


def test_mr07_is_silent_at_the_edges_of_the_band():
    assert result(highest(F10=2)).score == 395
    assert result(highest(F10=2)).failed_rules == ()
    bottom = lowest(F13=2, F10=2)
    assert result(bottom).score == 326
    assert result(bottom).failed_rules == ()


def test_mr07_reports_a_total_in_range_but_above_the_band():
    generous = profile(F16="3ab-5", F14="2a-4")
    found = result(highest(generous), generous)
    assert found.varying_factors == ()
    assert found.outcome == "no_match"
    assert found.failed_rules == ("MR07",)


def test_mr08_needs_a_varying_factor():
    assert result(highest(F10=2)).outcome == "band_match"
    assert result(highest()).outcome != "band_match"


def test_mr09_all_in_range_but_below_the_band():
    found = result(lowest())
    assert found.outcome == "check_lower_band_profile"
    assert found.failed_rules == ("MR09",)
    assert not any("is inside" in reason for reason in found.reasons)
    assert re.findall(r"band (\w+)", found.follow_up[0])[0] == "4"
    assert len(found.follow_up) > 1


def test_mr09_is_silent_at_the_edge_of_the_band():
    found = result(lowest(F13=2, F14=3))
    assert found.score == 326
    assert found.outcome == "profile_match"


def test_mr09_looks_below_all_bands_of_a_profile_that_spans_bands():
    spans = result(lowest(), replace(NURSE, band="5-6"))
    assert spans.follow_up == result(lowest()).follow_up


def test_mr09_is_silent_when_a_factor_varies():
    assert "MR09" not in result(lowest(F3=2)).failed_rules


def test_mr09_never_sends_a_new_post_to_band_1():
    assistant = PROFILES["ILL-LA-2"]
    poorer = replace(assistant, ranges={**assistant.ranges, "F2": profile(F2="1").ranges["F2"]})
    assert "1" not in result(lowest(poorer), poorer).follow_up[0]
    assert result(lowest(poorer), poorer).outcome == "check_lower_band_profile"


def test_mr10_and_mr11_no_match_names_the_next_steps():
    follow_up, lower = result(lowest(F2=6)).follow_up, result(lowest()).follow_up
    assert follow_up[0] != lower[0]
    assert follow_up[1:] == lower[1:]
    assert any("JAQ" in sentence for sentence in follow_up)


def test_mr10_and_mr11_are_silent_after_a_match():
    steps = set(result(lowest(F2=6)).follow_up)
    for levels in (highest(), highest(F10=2)):
        assert steps.isdisjoint(result(levels).follow_up)


HYBRID = "If the likely result is clear, ask about evaluating only the factors that vary."


def test_mr12_is_off_unless_enabled():
    assert HYBRID not in result(lowest(F2=6)).follow_up


def test_mr12_one_or_two_factors_may_be_evaluated_alone():
    enabled = replace(LIMITS, hybrid_enabled=True)
    assert HYBRID in result(lowest(F2=6), limits=enabled).follow_up
    assert HYBRID in result(lowest(F2=6, F12=4), limits=enabled).follow_up
    assert HYBRID not in result(lowest(F2=6, F12=4, F1=3), limits=enabled).follow_up
    assert HYBRID not in result(highest(F10=2), limits=enabled).follow_up
    assert HYBRID not in result({"F2": 6}, limits=enabled).follow_up
    generous = profile(F16="3ab-5", F14="2a-4")
    assert HYBRID not in result(highest(generous), generous, enabled).follow_up


CLOSED = "Band 1 is closed to new entrants, so do not use it for a new post."


def test_mr13_a_band_1_profile_brings_a_warning():
    assert CLOSED in result(highest(), replace(NURSE, band="1")).warnings
    assert CLOSED in result({}, replace(NURSE, band="1")).warnings


def test_mr13_is_silent_for_every_other_band():
    for band in loading.bands().bands[1:]:
        assert CLOSED not in result(highest(), replace(NURSE, band=band.band)).warnings


@each("levels", [highest(), lowest(), highest(F10=2), highest(F2=7), {}])
def test_mr14_every_result_is_indicative(levels):
    assert result(levels).indicative is True
    assert result(levels).notice == ADVICE_ONLY


def test_mr14_says_what_the_rule_says():
    texts = tomllib.loads((loading.DATA / "matching_rules.toml").read_text(encoding="utf-8"))
    assert texts["rules"][13]["summary"] == ADVICE_ONLY


def test_a_band_is_never_awarded():
    everything = {factor.code: factor.number_of_levels for factor in SCHEME.factors}
    assert result(everything).profile_band == "5"
