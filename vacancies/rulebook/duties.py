"""Which blocks of a text are duties: lists, rows of tables, and paragraphs that say "you will"."""

import re
from collections.abc import Sequence
from itertools import groupby

from vacancies.rulebook.layout import Block
from vacancies.rulebook.sections import Placed

_WILL = re.compile(
    r"(?i:you will|you'll|(?:the )?(?:post|job) ?holder (?:will|is)|to [a-z]{3,15}(?:,| and)?) "
)
_LETTERED = re.compile(r"[ \t]{0,12}(?:\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|o(?=[ \t])|[-▪◦·])")
LONGEST_LETTERING = 20
FEWEST_LOOSE_DUTIES = 3


def listed_duties(text: str, inside: Sequence[Block]) -> list[Block]:
    """Return the duties among the blocks below their heading: list items, or a cell a row."""
    listed = [block for block in inside if block.bulleted]
    if rows := [block for block in inside if block.columns]:
        listed = [
            max(row, key=lambda block: block.end - block.start)
            for _, row in groupby(rows, key=lambda block: block.row)
        ]
    return _without_sub_points(text, listed)


def loose_duties(text: str, placed: Sequence[Placed]) -> tuple[Block, ...]:
    """Return the duties of a text that has no heading for them, () where they are too few."""
    loose = [item.block for item in placed if item.section in ("", "purpose")]
    listed = _without_sub_points(text, [block for block in loose if block.bulleted])
    if len(listed) >= FEWEST_LOOSE_DUTIES:
        return tuple(listed)
    said = [block for block in loose if _WILL.match(text, block.start, block.end)]
    return tuple(said) if len(said) >= FEWEST_LOOSE_DUTIES else ()


def _line_before(text: str, at: int) -> int:
    """Return where the line of a place begins, as far back as a letter or number can stand."""
    furthest = max(0, at - LONGEST_LETTERING)
    return max(furthest, text.rfind("\n", furthest, at) + 1)


def _without_sub_points(text: str, listed: Sequence[Block]) -> list[Block]:
    """Leave out lettered points below a duty that leads them in: "for: a. the system"."""
    kept: list[Block] = []
    leads = False
    for block in listed:
        line = _line_before(text, block.start)
        if leads and _LETTERED.match(text, line, block.start):
            continue
        if any(map(str.isalpha, text[block.start : block.end])):
            kept.append(block)
        leads = text[block.end - 1] == ":"
    return kept
