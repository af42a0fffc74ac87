"""All the guidance as one JSON document in a zip file, and back: values in, bytes out.

A change of the layout that older portals cannot read needs a new VERSION. What reads an archive
trusts nothing in it, and rejects an invalid one with a one-sentence message.
"""

import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from django.db.models import IntegerField, JSONField

from guidance.news.models import Update
from guidance.register.models import Claim, ExternalResource, Network
from guidance.search.models import SynonymGroup
from guidance.texts.models import Page, Revision, Tag
from kls_portal.reference.models import Fact

FORMAT, VERSION = "kls-portal-guidance", 5
NAME = "guidance.json"
MOST_BYTES = 100 * 1024 * 1024
# What a damaged archive, another one, or one that is no JSON may raise.
_UNREADABLE = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    KeyError,
    ValueError,
)

Row = dict[str, Any]
Shape = Mapping[str, tuple[type, ...]]
NONE = type(None)


class WrongArchiveError(ValueError):
    """An archive that cannot be imported. Its message is one sentence for the user."""


_KINDS_OF_VALUE = {"BooleanField": bool, "ManyToManyField": list}


def _shape(model: Any, without: Collection[str] = (), **otherwise: tuple[type, ...]) -> Shape:
    """Return the types of the values of a row by column, but for its key and times of saving.

    Dates, datetimes and rows that it refers to are strings. without: columns left out; otherwise:
    the types of values that are no column, or are written in another way.
    """
    shape = dict(otherwise)
    for column in (*model._meta.concrete_fields, *model._meta.many_to_many):
        if column.primary_key or getattr(column, "auto_now", False) or column.name in without:
            continue
        kind = _KINDS_OF_VALUE.get(column.get_internal_type(), str)
        if isinstance(column, JSONField):
            kind = type(column.get_default())
        elif isinstance(column, IntegerField):
            kind = int
        shape.setdefault(column.name, (kind, NONE) if column.null else (kind,))
    return shape


@dataclass(frozen=True)
class Kind:
    """A kind of rows: their model, the column by which a row is known, and their shape."""

    model: Any
    known_by: str
    shape: Shape

    @property
    def related(self) -> list[str]:
        columns = self.model._meta.get_fields()
        return [one.name for one in columns if one.is_relation and one.name in self.shape]


# In order of dependency: a row refers only to rows of the kinds before it.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "facts": Kind(Fact, "code", _shape(Fact)),
        "resources": Kind(ExternalResource, "code", _shape(ExternalResource, ["pages"])),
        "tags": Kind(Tag, "slug", _shape(Tag)),
        "synonyms": Kind(SynonymGroup, "words", _shape(SynonymGroup)),
        "claims": Kind(Claim, "code", _shape(Claim)),
        "networks": Kind(Network, "resource", _shape(Network)),
        "updates": Kind(Update, "key", _shape(Update)),
        "pages": Kind(
            Page,
            "path",
            _shape(
                Page,
                ["parent", "slug"],
                **dict.fromkeys(("live", "draft"), (int, NONE)),
                **dict.fromkeys(("resources", "old_addresses", "revisions"), (list,)),
            ),
        ),
    }
)
REVISION = _shape(Revision, ["page"])


LONG_AGO = (1980, 1, 1, 0, 0, 0)
TOO_LARGE = "This archive is too large to be exported guidance. Nothing was imported."
NO_ARCHIVE = "This is not a file that the portal exported. Choose the .zip file as it was exported."


def write_archive(rows: Mapping[str, Sequence[Row]]) -> bytes:
    """Return a zip file of rows by kind; equal rows give identical bytes."""
    held = {"format": FORMAT, "version": VERSION, **rows}
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        text = json.dumps(held, ensure_ascii=False, indent=1)
        archive.writestr(ZipInfo(NAME, LONG_AGO), text, ZIP_DEFLATED)
    return kept.getvalue()


def read_archive(data: bytes) -> dict[str, list[Row]]:
    """Return the rows of an archive by kind, parent pages before their children.

    Every row has exactly the fields of its kind, of the right types. Dates, datetimes, codes and
    HTML are not yet validated. Raises WrongArchiveError for any invalid `data`.
    """
    held = _read_document(data)
    rows = {
        kind: _archive_rows(kind, held.get(kind, []), of_kind.shape)
        for kind, of_kind in KINDS.items()
    }
    for page in rows["pages"]:
        _archive_rows(f"revisions of {page['path']}", page["revisions"], REVISION)
        _check_pointers(page)
    rows["pages"].sort(key=lambda page: (page["path"].count("/"), page["path"]))
    return rows


def _read_document(data: bytes) -> dict[str, Any]:
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(NAME) as opened:
            text = opened.read(MOST_BYTES + 1)  # the size that it declares is not trusted
        held = json.loads(text) if len(text) <= MOST_BYTES else {}
    except _UNREADABLE as error:
        raise WrongArchiveError(NO_ARCHIVE) from error
    if len(text) > MOST_BYTES:
        raise WrongArchiveError(TOO_LARGE)
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise WrongArchiveError(NO_ARCHIVE)
    if (version := held.get("version")) != VERSION:
        raise WrongArchiveError(
            f"The archive is of version {str(version)[:20]}; this portal reads version {VERSION}."
        )
    return held


def _archive_rows(kind: str, contents: Any, shape: Shape) -> list[Row]:
    if not isinstance(contents, list):
        raise WrongArchiveError(f"The {kind} in the archive are not a list.")
    for number, row in enumerate(contents, 1):
        if not isinstance(row, dict) or row.keys() != shape.keys():
            raise WrongArchiveError(f"Number {number} of the {kind} does not have its facts.")
        for name, types in shape.items():
            held = row[name]
            parts = held.values() if isinstance(held, dict) else [held]
            # isinstance() would accept True as an int.
            if type(held) not in types or not (name == "revisions" or all(map(_is_plain, parts))):
                raise WrongArchiveError(f"Number {number} of the {kind}: “{name}” is wrong.")
    return contents


def _is_plain(held: Any) -> bool:
    """Whether a value within a field is a text, a list of texts, a number, a boolean or None."""
    if held is None or type(held) in {int, bool}:
        return True
    texts = held if isinstance(held, list) else [held]
    return all(isinstance(text, str) and "\0" not in text for text in texts)


def _check_pointers(page: Row) -> None:
    """Check that `live` and `draft` are indices of revisions, counted from 0."""
    for name in ("live", "draft"):
        at = page[name]
        if at is not None and not 0 <= at < len(page["revisions"]):
            raise WrongArchiveError(f"The page “{page['path'][:80]}” points to no revision.")
