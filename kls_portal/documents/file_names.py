"""Names of downloads: they tell the post and the date, never a person."""

import re
import unicodedata
from datetime import date

LONGEST_NAME = 80
_NOT_SLUG = re.compile("[^a-z0-9]+")


def file_name(kind: str, role: str, start: date, suffix: str) -> str:
    """A name such as "induction-checklist-librarian-2027-01-04.pdf", at most 80 ASCII characters.

    `kind` and `suffix` come from our own code ("induction checklist", "pdf"); `role` is a post's
    title and may hold anything: where no letter or digit of it is left, it is called "post".
    """
    tail = f"-{start.isoformat()}.{_slug(suffix) or 'bin'}"
    head = _slug(kind) or "file"
    room = LONGEST_NAME - len(head) - len(tail) - 1
    title = (_slug(role)[: max(room, 0)].rstrip("-")) or "post"
    return f"{head}-{title}"[: LONGEST_NAME - len(tail)].rstrip("-") + tail


def _slug(text: str) -> str:
    """The text as lower-case ASCII words joined by hyphens; accents are taken off."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", bare.lower()).strip("-")
