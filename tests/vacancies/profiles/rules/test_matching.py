"""The ten worked cases, missing evidence, bad levels, and what a result says."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.each import each
from tests.vacancies.profiles.rules.build import (
    BANDS,
    NURSE,
    PROFILES,
    SCHEME,
    highest,
    lowest,
    result,
    unread,
)
from vacancies.profiles.rules.bands import BandError, Bands
from vacancies.profiles.rules.scheme import LevelError

CASES = tomllib.loads((Path(__file__).parent / "nurse_cases.toml").read_text(encoding="utf-8"))


def test_there_are_ten_worked_cases():
    assert len(CASES["cases"]) == 10


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_worked_case(case):
    found = result(case["levels"])
    assert found.outcome == case["outcome"]
    assert found.score == case["total"]
    assert list(found.varying_factors) == case["varying_factors"]
    assert list(found.failed_rules) == case["failed_rules"]
    assert found.missing_factors == ()
    assert found.profile_band == "5"
    assert found.indicative is True


@pytest.mark.parametrize("levels", [{"F1": 4}, highest(F9=None), {}])
def test_missing_evidence_yields_no_score_and_no_rule(levels):
    found = result(levels)
    assert found.outcome == "incomplete"
    assert found.score is None
    assert found.failed_rules == ()
    assert len(found.follow_up) == 1


def test_a_factor_left_out_and_one_given_as_none_are_the_same():
    levels = highest()
    del levels["F9"]
    assert result(levels) == result(highest(F9=None))
    assert result(levels).missing_factors == ("F9",)
    count, names = result(levels).reasons
    assert count.startswith("1 ")
    assert names.endswith(f": {SCHEME.factor('F9').name}.")


def test_an_incomplete_result_still_names_the_factors_that_vary():
    found = result({"F2": 7, "F16": 4})
    assert found.varying_factors == ("F2",)
    assert found.reasons[-1].startswith(f"{SCHEME.factor('F2').name}: ")


@each(
    "levels, named",
    [
        (highest(F2=9), "^Knowledge, training and experience .*1 to 8"),
        (highest(F15=0), "^Emotional effort .*1 to 4"),
        ({"F1": -3}, "^Communication and relationship skills .*1 to 6"),
        (highest(F17=1), "“F17”"),
        (highest(F5="3"), "^Physical skills: "),
    ],
)
def test_a_level_off_the_scale_is_refused(levels, named):
    with pytest.raises(LevelError, match=named):
        result(levels)


def test_a_profile_with_an_unknown_band_is_refused():
    with pytest.raises(BandError, match="“5a”"):
        result(highest(), replace(NURSE, band="5a"))


def test_a_profile_may_span_bands():
    wide = replace(NURSE, band="5-6")
    assert result(highest(F7=2, F10=2), wide).outcome == "band_match"
    assert result(highest(F7=2, F10=2), NURSE).outcome == "no_match"


def test_reasons_of_a_profile_match_in_words():
    assert result(highest()).reasons == (
        "All 16 factors are in the profile’s range.",
        "The total of 390 points is inside band 5 (326 to 395).",
    )


def test_reasons_of_a_band_match_in_words():
    assert result(highest(F10=2)).reasons == (
        "Responsibilities for information resources: level 2 is above the profile’s “1”.",
        "1 factor varies, and up to 5 may.",
        "The total of 395 points is inside band 5 (326 to 395).",
    )


def test_every_failing_rule_gives_a_reason_in_words():
    found = result(lowest(F1=2, F2=4, F12=4, F3=4, F4=3, F6=4))
    assert found.failed_rules == ("MR03", "MR04", "MR05", "MR06", "MR07")
    assert found.reasons[6:] == (
        "Communication and relationship skills: 2 levels away, and at most 1 is allowed.",
        "Knowledge, training and experience: this must match, but it varies.",
        "Freedom to act: this must match, but it varies.",
        "6 factors vary, but at most 5 may.",
        "The total of 295 points is below band 5 (326 to 395).",
    )


def test_a_match_sends_the_manager_to_the_panel():
    (first,), (second,) = (result(levels).follow_up for levels in (highest(), highest(F10=2)))
    assert first == second
    assert first not in result(lowest()).follow_up


def test_doubtful_facts_are_named_in_words():
    library_post = PROFILES["ILL-LIB-5"]
    doubtful = Bands(tuple(replace(band, confirmed=False) for band in BANDS.bands))
    found = result(highest(library_post), library_post, scheme=unread("F3"), bands=doubtful)
    assert found.warnings == (
        "Illustrative: not a national profile.",
        "The score range of band 5 is not confirmed.",
        "The points of 1 factor are not confirmed, so the score is a guide.",
    )


def test_confirmed_facts_bring_no_warning():
    assert result(highest()).warnings == ()
    assert result(highest(), scheme=unread("F3")).warnings != ()


def test_points_without_a_score_bring_no_warning():
    assert result({"F1": 3, "F2": 4}).warnings == ()


def test_no_sentence_is_longer_than_20_words_but_a_list_of_factors():
    for levels in (highest(), lowest(), highest(F10=2), lowest(F1=2, F2=4, F4=4), {"F1": 1}):
        found = result(levels, replace(NURSE, status="illustrative", band="1"))
        for sentence in (*found.reasons, *found.warnings, *found.follow_up):
            assert sentence.endswith(".")
            if not any(f"; {factor.name}" in sentence for factor in SCHEME.factors):
                assert len(sentence.split()) <= 20, sentence
