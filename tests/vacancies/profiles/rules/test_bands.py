"""Bands, their score ranges and their neighbours."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.bands import BandError, Bands

BANDS = loading.bands()


def test_the_score_ranges():
    assert [(band.band, band.min_score, band.max_score) for band in BANDS.bands] == [
        ("1", 0, 160),
        ("2", 161, 215),
        ("3", 216, 270),
        ("4", 271, 325),
        ("5", 326, 395),
        ("6", 396, 465),
        ("7", 466, 539),
        ("8a", 540, 584),
        ("8b", 585, 629),
        ("8c", 630, 674),
        ("8d", 675, 720),
        ("9", 721, 765),
    ]


def test_every_range_is_confirmed_and_says_where_it_was_read():
    assert all(band.confirmed and band.source for band in BANDS.bands)
    unread = [band.band for band in BANDS.bands if "handbook itself was not read" in band.source]
    assert unread == [band.band for band in BANDS.bands if band.band != "5"]


def test_only_band_1_is_closed():
    assert [band.band for band in BANDS.bands if band.closed] == ["1"]


@each(
    "score, band",
    [(0, "1"), (325, "4"), (326, "5"), (395, "5"), (396, "6"), (540, "8a"), (765, "9")],
)
def test_the_band_whose_range_holds_a_score(score, band):
    assert [one.band for one in BANDS.bands if score in one] == [band]


@each("score", [-1, 766, 1000])
def test_a_score_outside_every_range_has_no_band(score):
    assert not any(score in band for band in BANDS.bands)


@given(st.integers(0, 765))
def test_every_score_lies_in_exactly_one_band(score):
    assert sum(score in band for band in BANDS.bands) == 1


def test_the_band_below():
    assert BANDS.below("8a").band == "7"
    assert BANDS.below("1") is None


def test_a_band_that_spans_bands():
    assert [band.band for band in BANDS.covering("8a-8c")] == ["8a", "8b", "8c"]
    assert [band.band for band in BANDS.covering("5")] == ["5"]


@each("name", ["10", "8", "", "8a-10", "Band 5", "x" * 5000])
def test_an_unknown_band_is_refused_in_a_short_sentence(name):
    with pytest.raises(BandError, match=r"\b1, 2, 3\b") as caught:
        BANDS.covering(name)
    assert len(str(caught.value)) < 120


def test_bands_that_run_backwards_are_refused():
    with pytest.raises(BandError, match="runs backwards"):
        BANDS.covering("7-5")


def test_a_gap_between_bands_is_refused():
    first, second = BANDS.bands[:2]
    with pytest.raises(ValueError, match=r"\b2\b.*\b1\b"):
        Bands((first, replace(second, min_score=170)))
