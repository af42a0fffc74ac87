"""The outcome of advertising a post: numbers only, in total and by channel."""

from collections.abc import Iterable, Mapping
from datetime import date

WORDS = {
    "views": "views of the advert",
    "applications": "applications",
    "shortlisted": "people shortlisted",
    "offered": "people offered the post",
    "accepted": "people who accepted",
}
"""The numbers of a round by name, from largest to smallest: only those offered it can accept."""
TOTALS = tuple(WORDS)
IN_ORDER = TOTALS[1:]
BY_CHANNEL = tuple(name for name in TOTALS if name != "offered")
Numbers = Mapping[str, int | None]


def label(name: str) -> str:
    """Return what a number counts, with a capital letter."""
    return WORDS[name][:1].upper() + WORDS[name][1:]


def out_of_order(numbers: Numbers) -> dict[str, str]:
    """Return what is wrong, by name, with each number that exceeds the one it is a part of.

    Unknown numbers are ignored.
    """
    faults, before, most = dict[str, str](), "", 0
    for name in IN_ORDER:
        number = numbers.get(name)
        if number is None:
            continue
        if before and number > most:
            faults[name] = f"{label(name)} must not be more than {WORDS[before]}, {most}"
        before, most = name, number
    return faults


def unreconciled(total: Numbers, channels: Iterable[Numbers]) -> tuple[str, ...]:
    """Return a sentence for each sum of the channels that differs from the total.

    Rule PL5: also returns one if applications are counted but no channel has a number.
    """
    rows = list(channels)
    differences = [_difference(name, total.get(name), _sum(rows, name)) for name in BY_CHANNEL]
    if total.get("applications") and _sum(rows, "applications") is None:
        differences.append(
            "No channel has its applications yet. Ask where people heard of the post."
        )
    return tuple(sentence for sentence in differences if sentence)


def days_to_fill(opens_on: date | None, filled_on: date | None) -> int | None:
    """Return the calendar days from the opening of the advert to the day the post was filled.

    None if either is unknown or they are in the wrong order.
    """
    if opens_on is None or filled_on is None or filled_on < opens_on:
        return None
    return (filled_on - opens_on).days


def _sum(rows: Iterable[Numbers], name: str) -> int | None:
    known = [number for row in rows if (number := row.get(name)) is not None]
    return sum(known) if known else None


def _difference(name: str, total: int | None, by_channel: int | None) -> str:
    if by_channel is None or total == by_channel:
        return ""
    start = f"The channels add up to {by_channel} {WORDS[name]}"
    if total is None:
        return f"{start}. The total is not given."
    if by_channel < total:
        return f"{start} of {total}. The other {total - by_channel} have no channel yet."
    return f"{start}, {by_channel - total} more than the total of {total}."
