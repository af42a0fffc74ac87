"""Undoes what mail does to a text that is copied from it: "â€™", "> "."""

import re
from collections.abc import Iterator
from contextlib import suppress

from vacancies.reading.headings import section_of

_MISREAD = re.compile(r"[ÂÃ].|â[€„].")
_SPACES = "\t\r\n\xa0"
_QUOTED = re.compile(r"^ {0,3}(?:> ?){1,9}", re.MULTILINE)


def as_written(text: str) -> str:
    """Return a text as it was before mail took its encoding for another or quoted it.

    What cannot be undone for certain stays as it is. Other than a bullet, a mark of quotation also
    stands before empty lines and headings.
    """
    text = _MISREAD.sub(_reread, text)
    quoted = any(not line or section_of(line) for line in _lines_quoted(text))
    return _QUOTED.sub("", text) if quoted else text


def _lines_quoted(text: str) -> Iterator[str]:
    for mark in _QUOTED.finditer(text):
        end = text.find("\n", mark.end())
        yield text[mark.end() : end if end >= 0 else len(text)].strip(" \r:")


def _reread(misread: re.Match[str]) -> str:
    """Return the sign whose UTF-8 was read as Windows-1252, where it is one that is printed."""
    data = b"".join(
        sign.encode("latin-1" if sign <= "\xff" else "cp1252", "replace") for sign in misread[0]
    )
    with suppress(UnicodeDecodeError):
        sign = data.decode("utf-8")
        return sign if _is_text(sign) else misread[0]
    return misread[0]


def _is_text(signs: str) -> bool:
    return all(sign.isprintable() or sign in _SPACES for sign in signs)
