"""Find where a document goes on with another job, as in a file with two job descriptions."""

import re
from collections.abc import Iterator, Sequence

from vacancies.reading.blocks import Block, Line, Table
from vacancies.reading.facts import fact_of
from vacancies.reading.form_words import OF_NUMBERED_JOB
from vacancies.reading.headings import could_be_heading, section_of
from vacancies.reading.labels import pairs_in

NEAR, FEWEST_FACTS = 10, 2
"""Blocks below the title of another job, and facts of it that stand in them."""
_BAND_BEHIND = re.compile(r"\bband \d[a-d]?\b", re.IGNORECASE)
_OF_A_POST = frozenset(("band", "hours", "place", "contract", "reports_to"))


def another_job(blocks: Sequence[Block]) -> tuple[int, str]:
    """Return the number of the block at which another job begins, and its title.

    It has a title and facts of its own, and duties stand both above and below them. Where there is
    none: the number of blocks, and "".
    """
    facts = [(at, part, value) for at, block in enumerate(blocks) for part, value in _facts(block)]
    titles = [(at, value) for at, part, value in facts if part == "title"]
    duties = [at for at, block in enumerate(blocks) if _opens_duties(block)]
    for at, title in titles[1:]:
        first, name = titles[0][1].casefold(), title.casefold()
        before, here = (_facts_at(start, facts) for start in (titles[0][0], at))
        related = name in first or first in name  # as in the head of a person specification
        other = len(here) >= FEWEST_FACTS and name != first
        other = other and not (related and all(here[part] == before.get(part) for part in here))
        if other and any(titles[0][0] < one < at for one in duties) and duties[-1] >= at:
            return at - _is_headed(blocks[at - 1]), title
    return len(blocks), ""


def _facts_at(start: int, facts: Sequence[tuple[int, str, str]]) -> dict[str, str]:
    """Return the facts of a post that stand with its title, each as first said."""
    return {
        p: value
        for at, p, value in reversed(facts)
        if start <= at <= start + NEAR and p in _OF_A_POST
    }


def _facts(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Line):
        name, _, title = block.text.partition(": ")
        numbered = title and OF_NUMBERED_JOB.fullmatch(name)
        yield ("title", title) if numbered else fact_of(block.text)
        if band := _BAND_BEHIND.search(title):
            yield "band", band[0]
        return
    for row in block.rows:
        texts = [cell.text for cell in row if cell.lines and not cell.above]
        yield from ((part, value) for part, _, value in pairs_in(texts))
        yield from map(fact_of, texts)


def _opens_duties(block: Block) -> bool:
    if isinstance(block, Table):
        first = (row[0].lines[:1] for row in block.rows if row)
        return any(section_of(line.rstrip(":")) == "duties" for lines in first for line in lines)
    return section_of(block.text.rstrip(":")) == "duties" and could_be_heading(block.text)


def _is_headed(block: Block) -> bool:
    """Whether a block above the title is a heading of the other job, such as "JOB TWO"."""
    if not isinstance(block, Line) or section_of(block.text) not in ("", "other"):
        return False
    return bool(block.level) or bool(OF_NUMBERED_JOB.match(block.text))
