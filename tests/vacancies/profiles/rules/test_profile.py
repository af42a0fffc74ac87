"""Profiles: ranges read from labels, totals at both ends, what is illustrative."""

from dataclasses import replace

import pytest

from tests.each import each
from vacancies.profiles.rules import loading
from vacancies.profiles.rules.profile import ranges_from_labels
from vacancies.profiles.rules.scheme import LabelError, LevelError

SCHEME = loading.scheme()
PROFILES = {profile.id: profile for profile in loading.profiles()}
LABELS = {f"F{n}": "2" for n in range(1, 17)}


def points(profile, end):
    """The total of a profile at the lowest or the highest level of every range."""
    return sum(SCHEME.points(code, getattr(one, end)) for code, one in profile.ranges.items())


@each(
    "profile_id, band, least, most",
    [
        ("ILL-LA-2", "2", 163, 190),
        ("ILL-SLA-3", "3", 219, 246),
        ("ILL-AL-4", "4", 275, 311),
        ("ILL-LIB-5", "5", 327, 379),
        ("ILL-SPL-6", "6", 402, 455),
        ("ILL-KLM-7", "7", 501, 537),
        ("ILL-HEAD-8a", "8a", 550, 581),
        ("NP-NURSE-5", "5", 317, 390),
    ],
)
def test_totals_at_both_ends_of_every_profile(profile_id, band, least, most):
    profile = PROFILES[profile_id]
    assert profile.band == band
    assert (points(profile, "lowest"), points(profile, "highest")) == (least, most)


def test_there_are_no_other_profiles():
    assert len(PROFILES) == len(loading.profiles()) == 8


def test_illustrative_profiles_lie_inside_their_band():
    for profile in PROFILES.values():
        if profile.is_illustrative:
            band = loading.bands().band(profile.band)
            assert points(profile, "lowest") in band
            assert points(profile, "highest") in band


def test_illustrative_profiles_say_so_and_are_not_confirmed():
    illustrative = [profile for profile in PROFILES.values() if profile.id != "NP-NURSE-5"]
    for profile in illustrative:
        assert profile.is_illustrative
        assert not profile.confirmed


def test_the_nurse_profile_is_national():
    nurse = PROFILES["NP-NURSE-5"]
    assert nurse.confirmed
    assert not nurse.is_illustrative


def test_an_unknown_status_counts_as_illustrative():
    odd = replace(PROFILES["NP-NURSE-5"], status="draft")
    assert odd.is_illustrative


def test_ranges_come_in_scheme_order_whatever_the_order_of_labels():
    ranges = ranges_from_labels(dict(reversed(LABELS.items())), SCHEME)
    assert list(ranges) == [factor.code for factor in SCHEME.factors]


@each(
    "label, sentence",
    [
        ("5", "Emotional effort: “5” has level 5, but levels here go from 1 to 4."),
        ("", "Emotional effort: Enter a level, such as “4” or “2-3ab”."),
    ],
)
def test_a_bad_label_names_its_factor_in_words(label, sentence):
    with pytest.raises(LabelError) as caught:
        ranges_from_labels({**LABELS, "F15": label}, SCHEME)
    assert str(caught.value) == sentence


def test_a_label_left_out_names_its_factor():
    labels = {code: label for code, label in LABELS.items() if code != "F16"}
    with pytest.raises(LabelError, match=r"^Working conditions: "):
        ranges_from_labels(labels, SCHEME)


def test_a_label_for_an_unknown_factor_is_refused():
    with pytest.raises(LevelError, match="“F17”"):
        ranges_from_labels({**LABELS, "F17": "1"}, SCHEME)
