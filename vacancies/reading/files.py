"""Identify a file by its first bytes, and return its text for checking.

The text "as read" of a plain text file is the decoded text, with every line end, without the byte
order mark and what mail did to it. That of a Word file or PDF has a line for each paragraph and
each table row, with tabs between cells. Findings give their offsets in characters of this text.
Nothing is stored.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from kls_portal.file_size import LARGEST_FILE
from vacancies.reading.blocks import Block, text_of
from vacancies.reading.old_job import TOO_LARGE, ReadingError
from vacancies.reading.pasted import blocks_of_text
from vacancies.reading.pasted_lines import as_written
from vacancies.reading.pdf import read_pdf
from vacancies.reading.word import read_word

MOST_CHARACTERS = 500_000
EMPTY = "The file is empty."
NO_TEXT = "The file has no text in it."
ANOTHER_KIND = "Only .docx, .pdf and .txt files can be read."
NOT_A_TEXT = f"This is not a text file. {ANOTHER_KIND}"

PDF = b"%PDF"
_OF_WORD = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


@dataclass(frozen=True)
class FileText:
    """The text of a file, the parts of a Word file or PDF, and the texts outside its body."""

    text: str
    parts: tuple[Block, ...] | None = None
    outside: tuple[str, ...] = ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks it consists of. Plain text is read when first asked, so not when refused."""
        return blocks_of_text(self.text) if self.parts is None else self.parts


def read_file(data: bytes, name: str = "", most: int = MOST_CHARACTERS) -> FileText:
    """Return the text of a file: .docx, .pdf, or .txt in UTF-8, UTF-16 or Windows-1252.

    `name` may give the expected type; the first bytes decide the actual one. Raises ReadingError,
    with what to do, for anything else, and for a text that is empty or has more than `most`
    characters.
    """
    if len(data) > LARGEST_FILE:
        raise ReadingError(TOO_LARGE)
    if not data:
        raise ReadingError(EMPTY)
    text = _file_text(data, name)
    if not text.text.strip():
        raise ReadingError(NO_TEXT)
    if len(text.text) > most:
        raise ReadingError(
            f"The text has more than {most:,} characters, the most that can be checked."
        )
    return text


def _file_text(data: bytes, name: str) -> FileText:
    if is_word(data, name) or is_pdf(data):
        whole = read_word(data) if is_word(data, name) else read_pdf(data)
        return FileText(text_of(whole.blocks, whole.outside), whole.blocks, whole.outside)
    return pasted_text(decoded_text(data, name))


def pasted_text(text: str) -> FileText:
    """Return a plain text as the import reads it: without what mail did to it."""
    return FileText(as_written(text))


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF, whatever its name says."""
    return data.lstrip()[:4] == PDF


def is_word(data: bytes, name: str) -> bool:
    """Whether a file is a Word file, old or new, or is named .docx and is not a PDF."""
    named = name.lower().endswith(".docx") and not is_pdf(data)
    return named or data.startswith(_OF_WORD)


def decoded_text(data: bytes, name: str) -> str:
    """Return a plain text. Raises ReadingError if it is not one, or `name` is of another type."""
    plain = (".txt", ".text")
    if "." in name.rpartition("/")[2] and not name.lower().endswith(plain):
        raise ReadingError(ANOTHER_KIND)
    text = _decoded(data)
    if text is None or _CONTROLS.search(text):
        raise ReadingError(NOT_A_TEXT)
    return text


def _decoded(data: bytes) -> str | None:
    marked = next((name for mark, name in _ENCODINGS if data.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
