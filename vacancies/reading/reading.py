"""An old job description, from Word, PDF or pasted text, as its parts.

Each block goes to the part opened by the heading above it. Anything else is kept in
`not_understood`, so that no text is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kls_portal.file_size import LARGEST_FILE
from vacancies.reading.blocks import PARAGRAPH_END, Block, Passage, WholeText, text_of
from vacancies.reading.files import decoded_text, is_pdf, is_word
from vacancies.reading.old_job import TOO_LARGE, OldJob, ReadingError
from vacancies.reading.pasted import read_pasted
from vacancies.reading.pdf import read_pdf
from vacancies.reading.several import another_job
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


def old_job_from_word(data: bytes) -> OldJob:
    """Return the parts of a .docx up to LARGEST_FILE. Raises ReadingError in one sentence."""
    return _first_job(read_word(data))


def old_job_from_text(text: str) -> OldJob:
    """Return the parts of pasted text. Raises ReadingError if it is empty or too long."""
    return _first_job(WholeText(read_pasted(text), ()))


def old_job_from_pdf(data: bytes) -> OldJob:
    """Return the parts of a PDF with text. Raises ReadingError with one sentence."""
    return _first_job(read_pdf(data))


def old_job_from_file(data: bytes, name: str = "") -> OldJob:
    """Return the parts of a .docx, .pdf or .txt up to LARGEST_FILE, whatever its name says.

    Raises ReadingError with one sentence.
    """
    if len(data) > LARGEST_FILE:
        raise ReadingError(TOO_LARGE)
    if is_word(data, name) or not data:
        return old_job_from_word(data)
    return old_job_from_pdf(data) if is_pdf(data) else old_job_from_text(decoded_text(data, name))
