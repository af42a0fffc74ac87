"""Lines among duties that only name the group of those below them, or end their list."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from vacancies.reading.blocks import Line
from vacancies.reading.criteria import names_category
from vacancies.reading.headings import PERSON, could_be_heading, section_of
from vacancies.reading.old_job import SHORT
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
