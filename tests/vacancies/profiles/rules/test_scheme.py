"""Factors, levels, points and totals."""

import tomllib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from tests.each import each
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.scheme import LevelError, parse_label

SCHEME = loading.scheme()

POINTS = {
    "F1": (5, 12, 21, 32, 45, 60),
    "F2": (16, 36, 60, 88, 120, 156, 196, 240),
    "F3": (6, 15, 27, 42, 60),
    "F4": (6, 15, 27, 42, 60),
    "F5": (6, 15, 27, 42, 60),
    "F6": (4, 9, 15, 22, 30, 39, 49, 60),
    "F7": (5, 12, 21, 32, 45, 60),
    "F8": (5, 12, 21, 32, 45, 60),
    "F9": (5, 12, 21, 32, 45, 60),
    "F10": (4, 9, 16, 24, 34, 46, 60),
    "F11": (5, 12, 21, 32, 45, 60),
    "F12": (5, 12, 21, 32, 45, 60),
    "F13": (3, 7, 12, 18, 25),
    "F14": (3, 7, 12, 18, 25),
    "F15": (5, 11, 18, 25),
    "F16": (3, 7, 12, 18, 25),
}


def test_the_table_of_points():
    table = {
        factor.code: tuple(level.points for level in factor.levels) for factor in SCHEME.factors
    }
    assert table == POINTS
    assert sum(factor.number_of_levels for factor in SCHEME.factors) == 93


def test_every_point_is_confirmed_and_says_where_it_was_read():
    levels = [level for factor in SCHEME.factors for level in factor.levels]
    assert all(level.points_confirmed and level.points_source for level in levels)


@each(
    "level, strands",
    [
        (2, ("frequent concentration, predictable", "occasional concentration, unpredictable")),
        (3, ("frequent concentration, unpredictable", "occasional prolonged")),
        (4, ("frequent prolonged", "occasional intense")),
    ],
)
def test_mental_effort_keeps_the_level_of_each_kind_of_concentration(level, strands):
    """Source: the page of the handbook on mental effort, read on 28 November 2026."""
    found = SCHEME.factor("F14").level(level).strands
    assert [letter for letter, _ in found] == ["a", "b"]
    for (_, meaning), words in zip(found, strands, strict=True):
        assert meaning.startswith(words)


def test_no_meaning_of_a_level_is_given_twice():
    """A phrase that stands at two levels leaves the choice between them to chance."""
    for factor in SCHEME.factors:
        gists = [level.gist for level in factor.levels]
        strands = [meaning for level in factor.levels for _, meaning in level.strands]
        assert len({*gists}) == len(gists), factor.code
        assert len({*strands}) == len(strands), factor.code


def test_factors_stand_in_order_and_are_told_apart():
    assert [factor.code for factor in SCHEME.factors] == [f"F{n}" for n in range(1, 17)]
    assert [factor.order for factor in SCHEME.factors] == list(range(1, 17))
    for attribute in ("key", "name"):
        assert len({getattr(factor, attribute) for factor in SCHEME.factors}) == 16


def test_every_factor_tells_a_reader_what_it_needs():
    for factor in SCHEME.factors:
        assert all((factor.meaning, factor.evidence_prompt, factor.gist_source)), factor.code
        assert all(level.gist for level in factor.levels), factor.code


def test_the_lowest_and_the_highest_total():
    assert sum(factor.points(1) for factor in SCHEME.factors) == 86
    assert sum(factor.points(factor.number_of_levels) for factor in SCHEME.factors) == 1000


def test_the_highest_total_of_each_group():
    totals: defaultdict[str, int] = defaultdict(int)
    for factor in SCHEME.factors:
        totals[factor.group] += factor.points(factor.number_of_levels)
    assert totals == {
        "responsibilities": 360,
        "freedom": 60,
        "knowledge": 240,
        "skills": 240,
        "effort_and_environment": 100,
    }


def test_a_higher_level_always_has_more_points():
    for factor in SCHEME.factors:
        points = [level.points for level in factor.levels]
        assert points == sorted(set(points)), factor.code


def test_strand_letters_are_kept_with_their_meaning():
    strands = dict(SCHEME.factor("F1").level(3).strands)
    assert list(strands) == ["a", "b", "c"]
    assert strands["c"].endswith("to groups")


@each("level", [0, -1, 9, 10**30])
def test_a_level_off_the_scale_names_the_factor_and_the_range_in_words(level):
    with pytest.raises(LevelError) as caught:
        SCHEME.points("F2", level)
    assert str(caught.value) == (
        f"Knowledge, training and experience has levels 1 to 8, so level {level} cannot be used."
    )


@each("level", [True, 4.0, "4"])
def test_a_level_that_is_no_whole_number_is_refused(level):
    with pytest.raises(LevelError, match=r"^Freedom to act: "):
        SCHEME.points("F12", level)


def test_an_unknown_factor_is_refused():
    with pytest.raises(LevelError, match=r"“F17”.*F1 to F16"):
        SCHEME.factor("F17")


def test_missing_factors_come_in_scheme_order():
    assert SCHEME.missing(["F16", "F2"])[:3] == ("F1", "F3", "F4")


def test_levels_with_a_gap_are_refused():
    factor = SCHEME.factor("F1")
    with pytest.raises(ValueError, match=r"\bF1\b"):
        replace(factor, levels=factor.levels[1:])


NEIGHBOURS = Path(__file__).parents[1] / "neighbouring_profiles.toml"


@pytest.mark.parametrize(
    "row",
    tomllib.loads(NEIGHBOURS.read_text(encoding="utf-8"))["profiles"],
    ids=lambda row: row["id"],
)
def test_levels_that_others_gave_to_neighbouring_roles_add_up_to_their_band(row):
    levels = {
        factor.code: parse_label(row["labels"][factor.code], factor.number_of_levels).lowest
        for factor in SCHEME.factors
    }
    (band,) = [band for band in loading.bands().bands if band.band == row["band"]]
    assert band.min_score <= sum(SCHEME.points(*one) for one in levels.items()) <= band.max_score
