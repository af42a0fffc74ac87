"""Level labels: every form profiles print, every sentence for one that cannot be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.each import each
from vacancies.profiles.rules.scheme import LabelError, LevelRange, parse_label

SEEN_IN_THE_NURSE_PROFILE = [
    ("4a", 6, 4, 4),
    ("5", 8, 5, 5),
    ("3", 5, 3, 3),
    ("2", 5, 2, 2),
    ("2-3ab", 5, 2, 3),
    ("5ac", 8, 5, 5),
    ("1", 6, 1, 1),
    ("1-2acd", 6, 1, 2),
    ("1-2ab", 6, 1, 2),
    ("1-2b-3c4b", 5, 1, 4),
    ("2a-3a", 5, 2, 3),
    ("2a-3ab4b", 4, 2, 4),
    ("3ab-4b", 5, 3, 4),
]


@each("label, number_of_levels, lowest, highest", SEEN_IN_THE_NURSE_PROFILE)
def test_labels_of_the_nurse_profile(label, number_of_levels, lowest, highest):
    assert parse_label(label, number_of_levels) == LevelRange(label, lowest, highest)


@each(
    "label, lowest, highest",
    [
        ("6i", 6, 6),
        ("6 (i)", 6, 6),
        ("3ii-4i", 3, 4),
        ("4 (iii) or 5 (i)", 4, 5),
        ("2 – 3", 2, 3),
        ("2—3", 2, 3),
        ("2‑3ab", 2, 3),
        ("4 or 5", 4, 5),
        ("2 to 3", 2, 3),
        ("2, 3", 2, 3),
        ("2a, b", 2, 2),
        ("2a-d", 2, 2),
        ("2/3", 2, 3),
        ("Level 4A", 4, 4),
        ("levels 3 and 4", 3, 4),
        ("5*", 5, 5),
        ("4.", 4, 4),
        ("3-2", 2, 3),
        ("4", 4, 4),
        ("6Ⅱ", 6, 6),
    ],
)
def test_labels_as_people_type_them(label, lowest, highest):
    found = parse_label(label)
    assert (found.lowest, found.highest) == (lowest, highest)


def test_the_label_is_kept_without_surplus_spaces():
    assert parse_label("  2 -\n3ab ").label == "2 - 3ab"


@each(
    "label, number_of_levels, sentence",
    [
        ("9z", 8, "“9z” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("9", 8, "“9” has level 9, but levels here go from 1 to 8."),
        ("9", None, "“9” has level 9, but levels here go from 1 to 8."),
        ("5a", 4, "“5a” has level 5, but levels here go from 1 to 4."),
        ("0", 5, "“0” has level 0, but levels here go from 1 to 5."),
        ("12", 6, "“12” has level 12, but levels here go from 1 to 6."),
        ("", 6, "Enter a level, such as “4” or “2-3ab”."),
        (" \n ", 6, "Enter a level, such as “4” or “2-3ab”."),
        ("ab", 6, "“ab” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("levels", 6, "“levels” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("4" * 50_000, 6, "The level must be 40 characters or fewer, such as “2-3ab”."),
        ("-4", 6, "“-4” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("4-", 6, "“4-” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("4 or", 6, "“4 or” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("4 of 5", 6, "“4 of 5” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("½", 6, "“½” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("٤", 6, "“٤” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("4\x00", 6, "“4�” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
        ("<b>4</b>", 6, "“<b>4</b>” is not a level. Write it like “4”, “4a”, “2-3ab” or “6i”."),
    ],
)
def test_a_label_that_cannot_be_read_is_told_in_words(label, number_of_levels, sentence):
    with pytest.raises(LabelError) as caught:
        parse_label(label, number_of_levels)
    assert str(caught.value) == sentence


LABEL_LIKE = st.text(alphabet="0123456789abcdivx()-–, orandtlevs*.", max_size=45)


@given(
    text=st.one_of(st.text(), st.text(st.characters()), LABEL_LIKE),
    number_of_levels=st.one_of(st.none(), st.integers(1, 8)),
)
@example(text="\ud800", number_of_levels=None)
@example(text="ﷺ" * 40, number_of_levels=3)
def test_any_text_is_a_range_on_the_scale_or_a_label_error(text, number_of_levels):
    try:
        found = parse_label(text, number_of_levels)
    except LabelError:
        return
    assert 1 <= found.lowest <= found.highest <= (number_of_levels or 8)


@given(st.lists(st.integers(1, 8), min_size=1, max_size=6))
def test_the_range_goes_from_the_lowest_to_the_highest_number(levels):
    found = parse_label("-".join(f"{level}ab" for level in levels))
    assert (found.lowest, found.highest) == (min(levels), max(levels))


@each("level, distance", [(1, -1), (2, 0), (3, 0), (4, 1), (6, 3)])
def test_distance_from_the_range(level, distance):
    assert LevelRange("2-3", 2, 3).distance(level) == distance


@each("lowest, highest", [(3, 2), (0, 1)])
def test_a_range_that_runs_backwards_or_starts_below_1_is_refused(lowest, highest):
    with pytest.raises(ValueError, match=str(lowest)):
        LevelRange("x", lowest, highest)
