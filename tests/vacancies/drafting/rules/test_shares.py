"""What is said of shares of time, and when nothing is."""

import re

from tests.each import each
from vacancies.drafting.rules.draft import Duty, share_sentence


def said(*shares: int | None) -> str:
    return share_sentence([Duty(number, "x", share=share) for number, share in enumerate(shares)])


@each(
    "shares, numbers",
    [
        ((60, 60), [120, 100]),
        ((40, 40), [80, 100]),
        ((60, 60, None), [120, 100]),
        ((60, None), [60, 1]),
        ((60, None, None), [60, 2]),
        ((105, None), [105, 1]),
        ((106, None), [106, 100]),
        ((94,), [94, 100]),
        ((100, 6), [106, 100]),
    ],
)
def test_a_sum_that_is_not_about_100_is_said(shares, numbers):
    assert [int(number) for number in re.findall(r"\d+", said(*shares))] == numbers


@each("shares", [(), (None, None), (50, 50), (95,), (100, 5)])
def test_no_shares_or_about_100_say_nothing(shares):
    assert said(*shares) == ""


def test_one_duty_and_two_have_words_of_their_own():
    assert "1 duty has" in said(60, None)
    assert "2 duties have" in said(60, None, None)


def test_a_share_in_a_group_is_that_of_the_whole_group():
    grouped = [Duty(1, "a", "A", 60), Duty(2, "b", "A"), Duty(3, "c", "B", 40), Duty(4, "d", "B")]
    assert share_sentence(grouped) == ""
    assert "1 duty has" in share_sentence([*grouped, Duty(5, "e", "C")])
