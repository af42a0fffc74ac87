"""The text of a file that somebody wants checked: plain text or Word, from bytes.

"As read" means: plain text as decoded, every line end kept, without the byte order mark; of a
Word file its paragraphs, one line each, and the rows of its tables, with tabs between cells. The
offsets of findings are characters into this text. Nothing is stored.
"""

import re

from vacancies.reading.old_job import ReadingError
from vacancies.reading.package import DAMAGED, checked
from vacancies.reading.word_text import word_text

MOST_BYTES = 5_000_000
MOST_CHARACTERS = 500_000
EMPTY = "The file is empty."
NO_TEXT = "The file has no text in it."
IS_PDF = "This is a PDF. Save the text as a Word file (.docx) or .txt."
OLD_OR_LOCKED = (
    "This Word file is protected with a password or in the old .doc format. "
    "Save it as .docx without a password."
)
NOT_WORD = "The name ends in .docx, but this is not a Word file."
ANOTHER_KIND = "Only .docx and .txt files can be read."
NOT_A_TEXT = f"This is not a text. {ANOTHER_KIND}"
TOO_LARGE = f"The file is larger than {MOST_BYTES // 1_000_000} MB."

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


class UnreadableTextError(ValueError):
    """A file without a text that can be checked. The message is one plain sentence."""


def read_text(data: bytes, name: str = "", most: int = MOST_CHARACTERS) -> str:
    """Return the text of a file: .docx, or .txt in UTF-8, UTF-16 or Windows-1252.

    `name` may say what it should be; what it is, its first bytes say. Raises
    UnreadableTextError, with what to do, for anything else, and for a text that is empty or has
    more than `most` characters.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableTextError(TOO_LARGE)
    if not data:
        raise UnreadableTextError(EMPTY)
    text = _word(data, most) if data.startswith(b"PK") else _decoded_text(data, name.lower())
    if not text.strip():
        raise UnreadableTextError(NO_TEXT)
    if len(text) > most:
        raise UnreadableTextError(
            f"The text has more than {most:,} characters, the most that can be checked."
        )
    return text


def _decoded_text(data: bytes, name: str) -> str:
    if data.startswith(b"%PDF"):
        raise UnreadableTextError(IS_PDF)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTextError(OLD_OR_LOCKED)
    if name.endswith(".docx"):
        raise UnreadableTextError(NOT_WORD)
    if "." in name.rpartition("/")[2] and not name.endswith((".txt", ".text")):
        raise UnreadableTextError(ANOTHER_KIND)
    text = _decoded(data)
    if text is None or _CONTROLS.search(text):
        raise UnreadableTextError(NOT_A_TEXT)
    return text


def _decoded(data: bytes) -> str | None:
    marked = next((name for mark, name in _ENCODINGS if data.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _word(data: bytes, most: int) -> str:
    try:
        return word_text(checked(data), most)
    except ReadingError as problem:
        raise UnreadableTextError(str(problem)) from problem
    except Exception as problem:  # the library raises what its parts raise, from KeyError on
        raise UnreadableTextError(DAMAGED) from problem
