"""The formats of the site's files. Addresses, responses and links derive from them.

To add one: a function that writes its bytes, and a line here.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kls_portal.documents.calendar_file import Calendar, calendar_ics
from kls_portal.documents.document import Document
from kls_portal.documents.document_docx import document_docx
from kls_portal.documents.document_pdf import document_pdf


@dataclass(frozen=True)
class Format:
    """A file format: its extension, and the kind of value written in it.

    name: the link text ("Timeline as PDF"). use: what it is good for, after the name. made_of: the
    type that `write` turns into bytes. If `write` raises, the visitor is told; DocumentTooLongError
    means that another format may still work.
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
        Format("ics", "a calendar file", "for your diary", _CALENDAR, Calendar, calendar_ics),
    )
}


def endings_of(*kinds: type[Any]) -> tuple[str, ...]:
    return tuple(one.ending for one in FORMATS.values() if one.made_of in kinds)


LONGEST_NAME = 80
_NOT_SLUG = re.compile("[^a-z0-9]+")


def file_name(kind: str, role: str, start: date, suffix: str) -> str:
    """Return a name such as "induction-checklist-librarian-2027-01-04.pdf".

    It has at most 80 ASCII characters. `kind` and `suffix` come from our own code ("induction
    checklist", "pdf"); `role` is a post's title and may contain anything: if no letter or digit is
    left of it, "post" is used.
    """
    name = f"{_slug(kind) or 'file'}-{_slug(role) or 'post'}"
    room = LONGEST_NAME - len("-2027-01-04.docx")
    if len(name) > room:
        # The word that does not fit is left out, of a PDF as of its Word file.
        name = name[: room + 1].rpartition("-")[0] or name[:room]
    return f"{name}-{start.isoformat()}.{_slug(suffix)}"


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", bare.lower()).strip("-")
