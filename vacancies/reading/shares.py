"""The share of the time that a duty takes, at either end of its text or in a cell of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vacancies.reading.old_job import OldDuty

WHOLE, FEWEST_SHARED, LONGEST_END = 100, 3, 9
"""The sum of all shares; how many duties that end in one show that it is no part of them; and the
characters in which a number stands at the end."""

_SHARE_BEHIND = re.compile(
    r"\s{0,3}(?:[(\[]\s?(?:approx\w{0,8}\.? |about |c\. ?)?(\d{1,3})\s?(?:%|per ?cent)"
    r"[^)\]]{0,20}[)\]]"
    r"|[–—:-]\s{0,2}(?:approx\w{0,8}\.? |about |c\. ?)?(\d{1,3})\s?(?:%|per ?cent)"
    r"(?: of (?:the |your )?time)?)\.?$"
)
_OF_GROUP = re.compile(r"\s{1,3}(\d{1,3})\s?%(?: of (?:the |your )?time)?$")
_SHARE_BEFORE = re.compile(r"[(\[]?(\d{1,3})\s?%\s?(?:of time)?[)\]]?\s?[:–-]?\s{1,3}(?=\S)")
_SHARE_ALONE = re.compile(
    r"[(\[]?(?:approx\.? |about |c\. ?)?(\d{1,3}(?:\.0)?)\s?%?[)\]]?(?: of time)?", re.IGNORECASE
)
_NUMBER_BEHIND = re.compile(r"(?<=[\w.)])[ ;,]{1,3}(\d{1,3})$")


def share_of(text: str, *, of_group: bool = False) -> tuple[str, int | None]:
    """Return a duty or group without its share of time at either end, and that share or None.

    Accepts "40%" at the start, "(40%)" or "– 40%" at the end and, for a group, "40%" at the end.
    """
    patterns = (_SHARE_BEHIND.search, _SHARE_BEFORE.match, *([_OF_GROUP.search] * of_group))
    for pattern in patterns:
        if not (match := pattern(text)):
            continue
        share = int(next(group for group in match.groups() if group))
        rest = f"{text[: match.start()]}{text[match.end() :]}".strip()
        if 1 <= share <= 100 and rest:
            return rest, share
    return text, None


def share_alone(text: str) -> int | None:
    """Return the share of time if it is all that a cell holds, as in "40%"."""
    match = _SHARE_ALONE.fullmatch(text.strip())
    share = int(float(match[1])) if match else 0
    return share if 1 <= share <= 100 else None


def _number_behind(text: str) -> tuple[str, int | None]:
    match = _NUMBER_BEHIND.search(text[-LONGEST_END:])
    return (text[: -len(match[0])], int(match[1])) if match else (text, None)


def with_shares_behind(duties: Sequence[OldDuty]) -> list[OldDuty]:
    """Return the duties; if most end in "10%" without brackets, these become their shares.

    Numbers without a sign do so too where they add up to 100, as from a column headed "%".
    """
    read = [share_of(duty.text, of_group=True) for duty in duties]
    numbers = [_number_behind(duty.text) for duty in duties]
    if sum(share or 0 for _, share in numbers) == WHOLE:
        read = numbers
    shared = [share for duty, (_, share) in zip(duties, read, strict=True) if duty.share is None]
    many = len(shared) - shared.count(None)
    if many < FEWEST_SHARED or many * 2 <= len(duties):
        return list(duties)
    return [
        duty if share is None else replace(duty, text=text, share=share)
        for duty, (text, share) in zip(duties, read, strict=True)
    ]
