"""What stands among duties: the names of groups, and the shares of time.

A line may only name the group of those below it, or end their list. A share of the time stands at
either end of the text of a duty, or in a cell of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from vacancies.reading.blocks import Line
from vacancies.reading.criteria import names_category
from vacancies.reading.headings import PERSON, could_be_heading, section_of
from vacancies.reading.old_job import SHORT, OldDuty
from vacancies.reading.words import starts_like_duty

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
MOST_WORDS_OF_A_GROUP, MOST_WORDS_OF_A_NAME = 6, 8
"""Words of a group by its form alone, and of one above items that are nested below it."""


def names_duties_below(text: str) -> bool:
    """Whether a line, or the only cell of a row, names the duties in the table below it."""
    few = len(text.split()) <= MOST_WORDS_OF_A_GROUP
    named = could_be_heading(text) and not starts_like_duty(text)
    return few and named and section_of(text) in ("", "about", "other", *SHORT)


def numbered_groups(lines: Sequence[Line], *, criteria: bool = False) -> list[int]:
    """Return the indexes of the numbered headings of groups of duties, such as "1. Enquiries".

    The first line is the first heading. There must be at least two, each with duties in another
    form below it, and at most half may read like duties; else []. criteria: each names a category.
    """
    first, inside = lines[0].number, ("", *SHORT, *(PERSON if criteria else ()))
    names: list[int] = []
    for at, line in enumerate(lines):
        alike = "." in first or line.depth == lines[0].depth
        if alike and line.number == _number_after(first, len(names)):
            named = names_category if criteria else could_be_heading
            if len(line.text.split()) > MOST_WORDS_OF_A_GROUP or not named(line.text):
                return []
            names.append(at)
        elif at == names[-1] + 1 and not (criteria or line.item or starts_like_duty(line.text)):
            return []
        elif not line.item and section_of(line.text) not in inside:
            break
    apart = all(after > before + 1 for before, after in pairwise([*names, len(lines)]))
    said = sum(starts_like_duty(lines[at].text) for at in names)
    return names if apart and said * 2 <= len(names) and len(names) > 1 else []


def nested_groups(lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the items that name groups of the items nested below them, or [].

    Each item at the depth of the first one must be short, and nearly all below them duties.
    """
    run = list(takewhile(lambda one: one.item and one.depth >= lines[0].depth, lines))
    names = [at for at, line in enumerate(run) if line.depth == lines[0].depth]
    below = [line.text for line in run if line.depth > lines[0].depth]
    short = all(
        _is_short(run[at].text, MOST_WORDS_OF_A_NAME) and not run[at].text.endswith(":")
        for at in names
    )
    apart = all(after > before + 1 for before, after in pairwise([*names, len(run)]))
    said = sum(text[:1].isupper() and starts_like_duty(text) for text in below)
    return names if short and apart and len(names) > 1 and said * 3 > len(below) * 2 else []


def _is_short(text: str, most: int = MOST_WORDS_OF_A_GROUP) -> bool:
    return len(text.split()) <= most and could_be_heading(text)


def _number_after(first: str, many: int) -> str:
    if first in ("i", "I"):
        return _ROMAN[many % 10] if first == "i" else _ROMAN[many % 10].upper()
    family, dot, last = first.rpartition(".")
    return family + dot + (str(int(last) + many) if last.isdigit() else chr(ord(last) + many))


def tells_of_other_part(line: Line) -> bool:
    """Whether a line such as "Structure: director, manager, this post" ends a list of duties."""
    label, _, value = line.text.partition(": ")
    named = not line.item and bool(value) and section_of(label) == "other"
    return named and not starts_like_duty(value)


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
