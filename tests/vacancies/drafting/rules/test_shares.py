"""What is said of shares of time, and when nothing is."""

import pytest

from vacancies.drafting.rules.draft import Duty, share_sentence


def said(*shares: int | None) -> str:
    return share_sentence([Duty(number, "x", share=share) for number, share in enumerate(shares)])


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ((60, 60), "The shares of time come to 120 per cent. Bring them to about 100."),
        ((40, 40), "The shares of time come to 80 per cent. Bring them to about 100."),
        ((60, 60, None), "The shares of time come to 120 per cent. Bring them to about 100."),
        ((60, None), "The shares of time come to 60 per cent so far: 1 duty has none yet."),
        (
            (60, None, None),
            "The shares of time come to 60 per cent so far: 2 duties have none yet.",
        ),
        ((94,), "The shares of time come to 94 per cent. Bring them to about 100."),
        ((100, 6), "The shares of time come to 106 per cent. Bring them to about 100."),
    ],
)
def test_a_sum_that_is_not_about_100_is_said_in_words(shares, sentence):
    assert said(*shares) == sentence


@pytest.mark.parametrize("shares", [(), (None, None), (50, 50), (95,), (100, 5)])
def test_no_shares_or_about_100_say_nothing(shares):
    assert said(*shares) == ""
