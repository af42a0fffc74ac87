"""An old job description, from Word, PDF or pasted text, as its parts.

Each block goes to the part opened by the heading above it. Anything else is kept in
`not_understood`, so that no text is lost; so is another job in the same document.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kls_portal.file_size import LARGEST_FILE
from vacancies.reading.blocks import PARAGRAPH_END, Block, Line, Passage, Table, WholeText, text_of
from vacancies.reading.facts import fact_of
from vacancies.reading.files import decoded_text, is_pdf, is_word
from vacancies.reading.form_words import OF_NUMBERED_JOB
from vacancies.reading.headings import could_be_heading, section_of
from vacancies.reading.labels import pairs_in
from vacancies.reading.old_job import TOO_LARGE, OldJob, ReadingError
from vacancies.reading.pasted import read_pasted
from vacancies.reading.pdf import read_pdf
from vacancies.reading.stress import Stressed
from vacancies.reading.walk import Walk
from vacancies.reading.word import read_word


@dataclass(frozen=True)
class Reading:
    """The contents of a document, and where they were found.

    begun: the number of the block in which each duty, criterion and line of the purpose begins.
    opened: the parts opened by a heading or label.
    """

    job: OldJob
    passages: tuple[Passage, ...]
    begun: Mapping[str, Sequence[int]]
    opened: frozenset[str]


def read(
    blocks: Sequence[Block],
    outside: Sequence[str] = (),
    section: str = "",
    stressed: Stressed | None = None,
) -> Reading:
    """Return the contents of blocks.

    outside: texts outside the body. section: the part in which the blocks begin. stressed: the
    texts in italics and so on, in which some documents print one of the two levels.
    """
    reader = Walk(blocks, section, stressed)
    job = reader.read(outside)
    more = (Passage(text, "paragraph", "", len(blocks)) for text in outside)
    return Reading(job, (*reader.passages, *more), reader.begun, frozenset(reader.opened))


def _first_job(whole: WholeText) -> OldJob:
    """Return the first job of a document; the text of another one is not understood."""
    end, title = another_job(whole.blocks)
    job = read(whole.blocks[:end], whole.outside, stressed=whole.stressed).job
    left = text_of(whole.blocks[end:]).split(PARAGRAPH_END) if title else []
    return replace(
        job, not_understood=(*job.not_understood, *left), other_jobs=(title,) if title else ()
    )


def old_job_from_text(text: str) -> OldJob:
    """Return the parts of pasted text. Raises ReadingError if it is empty or too long."""
    return _first_job(WholeText(read_pasted(text), ()))


def old_job_from_file(data: bytes, name: str = "") -> OldJob:
    """Return the parts of a .docx, .pdf or .txt up to LARGEST_FILE, whatever its name says.

    Raises ReadingError with one sentence.
    """
    if len(data) > LARGEST_FILE:
        raise ReadingError(TOO_LARGE)
    if is_word(data, name) or not data:
        return _first_job(read_word(data))
    if is_pdf(data):
        return _first_job(read_pdf(data))
    return old_job_from_text(decoded_text(data, name))


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
