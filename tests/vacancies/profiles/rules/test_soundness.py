"""Points and bands that cannot be: each fault stands at the level or band, and at the value."""

from tests.each import each
from vacancies.profiles.rules.profile import MOST_POINTS, faults_of_bands, faults_of_points


@each(
    "points, at",
    [
        ({1: 1, 2: MOST_POINTS}, []),
        ({1: 0}, ["F1-1"]),
        ({1: MOST_POINTS + 1}, ["F1-1"]),
        ({1: 5, 2: 5}, ["F1-2"]),
        ({2: 4, 1: 5}, ["F1-2"]),
    ],
)
def test_points_are_possible_and_rise(points, at):
    found = list(faults_of_points("F1", points))
    assert [(one.at, one.field) for one in found] == [(place, "points") for place in at]


@each(
    "ranges, faults",
    [
        ([("2", 0, 160), ("3", 161, 215)], []),
        ([("2", 160, 160)], [("band-2", "max_score", "above")]),
        ([("2", 0, 160), ("3", 162, 215)], [("band-3", "min_score", "gap")]),
        ([("2", 0, 160), ("3", 160, 215)], [("band-3", "min_score", "overlap")]),
    ],
)
def test_bands_touch_without_gap_or_overlap(ranges, faults):
    found = list(faults_of_bands(ranges))
    assert [(one.at, one.field) for one in found] == [fault[:2] for fault in faults]
    assert all(word in one.sentence for one, (*_, word) in zip(found, faults, strict=True))
