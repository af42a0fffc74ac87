"""Numbers of an outcome: their order, their sums, the days it took."""

from datetime import date

from tests.each import each
from vacancies.recruiting.rules.outcome import days_to_fill, out_of_order, unreconciled


@each(
    "numbers, fields",
    [
        ({}, []),
        ({"applications": 12, "shortlisted": 4, "offered": 1, "accepted": 1}, []),
        ({"applications": 0, "shortlisted": 0}, []),
        ({"applications": 3, "shortlisted": 4}, ["shortlisted"]),
        ({"applications": 3, "shortlisted": None, "offered": 4}, ["offered"]),
        ({"offered": 1, "accepted": 2}, ["accepted"]),
        ({"applications": 1, "shortlisted": 2, "offered": 3, "accepted": 4}, 3),
        # Views are counted elsewhere, by another clock
        ({"views": 1, "applications": 5}, []),
    ],
)
def test_a_part_is_never_more_than_the_whole(numbers, fields):
    found = [*out_of_order(numbers)]
    assert (len(found) if isinstance(fields, int) else found) == fields


def test_the_sentence_names_both_numbers_in_words():
    (sentence,) = out_of_order({"applications": 3, "shortlisted": 4}).values()
    assert sentence == "People shortlisted must not be more than applications, 3"


@each(
    "total, channels, sentences",
    [
        ({"applications": 5}, [{"applications": 2}, {"applications": 3}], []),
        ({}, [], []),
        (
            {"applications": 5},
            [{"applications": 2}, {"applications": None}],
            ["The channels add up to 2 applications of 5. The other 3 have no channel yet."],
        ),
        (
            {"applications": 5},
            [{"applications": 7}],
            ["The channels add up to 7 applications, 2 more than the total of 5."],
        ),
        (
            {},
            [{"applications": 7}],
            ["The channels add up to 7 applications. The total is not given."],
        ),
        (
            {"applications": 5},
            [{}],
            ["No channel has its applications yet. Ask where people heard of the post."],
        ),
    ],
)
def test_sums_that_do_not_reconcile_are_said_in_words(total, channels, sentences):
    assert list(unreconciled(total, channels)) == sentences


@each(
    "opens_on, filled_on, days",
    [
        (date(2027, 1, 11), date(2027, 2, 11), 31),
        (date(2027, 1, 11), date(2027, 1, 11), 0),
        (date(2026, 12, 20), date(2027, 1, 10), 21),
        # Across both clock changes a day is a day
        (date(2027, 3, 27), date(2027, 3, 29), 2),
        (date(2026, 10, 24), date(2026, 10, 26), 2),
        (date(2027, 1, 12), date(2027, 1, 11), None),
        (None, date(2027, 1, 11), None),
        (date(2027, 1, 11), None, None),
    ],
)
def test_days_to_fill(opens_on, filled_on, days):
    assert days_to_fill(opens_on, filled_on) == days
