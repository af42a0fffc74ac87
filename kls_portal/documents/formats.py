"""The formats that the files of the site come in. Addresses, answers and links derive from them.

To add one: what writes its bytes, and a line here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kls_portal.documents.calendar_file import Calendar, calendar_ics
from kls_portal.documents.document import Document
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf


@dataclass(frozen=True)
class Format:
    """A format: the ending of its names and addresses, and what becomes such a file.

    name: what a link calls it ("Timeline as PDF"). use: what it is good for, behind the name.
    made_of: the kind of value that `write` turns into bytes. What `write` raises is told to the
    visitor; DocumentTooLongError means that another format may still do.
    """

    ending: str
    name: str
    use: str
    content_type: str
    made_of: type[Any]
    write: Callable[[Any], bytes]


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CALENDAR = "text/calendar; charset=utf-8"
FORMATS = {
    one.ending: one
    for one in (
        Format("pdf", "PDF", "to print or send", "application/pdf", Document, document_pdf),
        Format("docx", "Word", "to change", _WORD, Document, document_docx),
        Format("ics", "calendar file", "for your diary", _CALENDAR, Calendar, calendar_ics),
    )
}


def endings_of(*kinds: type[Any]) -> tuple[str, ...]:
    """The endings of the formats that are made of such values."""
    return tuple(one.ending for one in FORMATS.values() if one.made_of in kinds)
