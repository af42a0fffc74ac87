"""All the guidance as one zip file of JSON, and back. Pure: values in, bytes out.

A change of the layout that older portals cannot read needs a new VERSION. What reads an archive
trusts nothing in it, and rejects an invalid one with a one-sentence message.
"""

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

FORMAT, VERSION = "kls-portal-guidance", 3
MANIFEST = "guidance.json"
PAGES = "pages/"
MOST_FILES = 5_000
MOST_BYTES = 100 * 1024 * 1024

Row = dict[str, Any]
Shape = Mapping[str, tuple[type, ...]]
NONE = type(None)


class WrongArchiveError(ValueError):
    """An archive that cannot be imported. Its message is one sentence for the user."""


def _each(*names: str, kind: tuple[type, ...] = (str,)) -> Row:
    return dict.fromkeys(names, kind)


def _if_any(*names: str) -> Row:
    return dict.fromkeys(names, (str, NONE))


_NUMBER_IF_ANY, _SHIPPED = (int, NONE), {"shipped": (dict,)}
# Dates and datetimes are ISO strings; the importer parses them.
RESOURCE: Shape = {
    **_each("code", "name", "publisher", "use", "url", "where_seen", "note"),
    **_if_any("read_on"),
    "confirmed": (bool,),
    **_SHIPPED,
}
CLAIM: Shape = {
    **_each("code", "kind", "words", "source", "note"),
    **_if_any("resource", "confirmed_on", "review_by"),
    **_SHIPPED,
}
FACT: Shape = {
    **_each("code", "name", "what", "value", "unit", "source", "address", "strength", "note"),
    **_if_any("since", "until", "read_on", "review_by"),
    "nations": (list,),
    "is_original": (bool,),
    **_SHIPPED,
}
SYNONYMS: Shape = {
    "words": (str,),
    **_each("spellings", "is_on", kind=(bool,)),
    **_if_any("loaded_from"),
    **_SHIPPED,
}
TAG: Shape = _each("slug", "name")
NETWORK: Shape = {
    **_each("resource", "kind", "region", "what_for", "who_may_join", "how_to_join"),
    "topics": (list,),
    **_each("confirmed", "is_listed", kind=(bool,)),
    **_SHIPPED,
}
UPDATE: Shape = {
    **_each("key", "title", "slug", "summary", "body", "published_on"),
    "tags": (list,),
    "is_published": (bool,),
    **_if_any("loaded_from"),
    **_SHIPPED,
}
PAGE: Shape = {
    **_each("path", "group", "last_reviewed", "next_review"),
    "order": (int,),
    **_each("review_months", "live", "draft", kind=_NUMBER_IF_ANY),
    **_if_any("owner", "deputy", "unpublish_at", "loaded_from"),
    **_each("resources", "old_addresses", "revisions", kind=(list,)),
    **_SHIPPED,
}
REVISION: Shape = {
    **_each("title", "summary", "body", "based_on", "note", "created", "change_note"),
    **_if_any("author", "publish_at", "published_at", "published_by"),
    "is_major": (bool,),
}
# In order of dependency: a row refers only to rows of the kinds before it.
KINDS: Mapping[str, Shape] = MappingProxyType(
    {
        "facts": FACT,
        "resources": RESOURCE,
        "tags": TAG,
        "synonyms": SYNONYMS,
        "claims": CLAIM,
        "networks": NETWORK,
        "updates": UPDATE,
        "pages": PAGE,
    }
)


LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_archive(rows: Mapping[str, Sequence[Row]]) -> bytes:
    """Return a zip file of rows by kind, with one file for each kind and one for each page."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        _put(archive, MANIFEST, {"format": FORMAT, "version": VERSION})
        for kind, of_kind in rows.items():
            if kind == "pages":
                for page in of_kind:
                    _put(archive, f"{PAGES}{page['path'].replace('/', '.')}.json", page)
            else:
                _put(archive, f"{kind}.json", list(of_kind))
    return kept.getvalue()


def _put(archive: ZipFile, name: str, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    info = ZipInfo(name, LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, text.encode())


_PAGE = re.compile(rf"{PAGES}[a-z0-9_-]{{1,255}}(\.[a-z0-9_-]{{1,255}}){{0,99}}\.json")
TOO_LARGE = "This archive is too large to be exported guidance. Nothing was imported."
NO_ARCHIVE = "This is not a file that the portal exported. Choose the .zip file as it was exported."


def read_archive(data: bytes) -> dict[str, list[Row]]:
    """Return the rows of an archive by kind, parent pages before their children.

    Every row has exactly the fields of its kind, of the right types. Dates, datetimes, codes and
    HTML are not yet validated. Raises WrongArchiveError for any invalid `data`.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = _read_files(archive)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise WrongArchiveError(NO_ARCHIVE) from error
    _check_manifest(files.pop(MANIFEST, None))
    rows: dict[str, list[Row]] = {}
    for kind, shape in KINDS.items():
        if kind == "pages":
            contents = [files[name] for name in sorted(files) if name.startswith(PAGES)]
        else:
            contents = files.get(f"{kind}.json", [])
        rows[kind] = _archive_rows(kind, contents, shape)
    for page in rows["pages"]:
        _archive_rows(f"revisions of {page['path']}", page["revisions"], REVISION)
        _check_pointers(page)
    rows["pages"].sort(key=lambda page: (page["path"].count("/"), page["path"]))
    return rows


def _read_files(archive: ZipFile) -> dict[str, Any]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise WrongArchiveError(TOO_LARGE)
    names = {MANIFEST, *(f"{kind}.json" for kind in KINDS if kind != "pages")}
    for entry in entries:
        if entry.filename not in names and not _PAGE.fullmatch(entry.filename):
            name = entry.filename[:80]
            raise WrongArchiveError(f"The archive contains “{name}”, which does not belong in it.")
    left = MOST_BYTES
    files = {}
    for entry in entries:
        files[entry.filename], size = _read_file(archive, entry, left)
        left -= size
    return files


def _read_file(archive: ZipFile, entry: ZipInfo, left: int) -> tuple[Any, int]:
    """Return the content of a file, and its actual size. The declared size is not trusted."""
    with archive.open(entry) as opened:
        data = opened.read(left + 1)
    if len(data) > left:
        raise WrongArchiveError(TOO_LARGE)
    try:
        return json.loads(data), len(data)
    except (ValueError, RecursionError) as error:
        raise WrongArchiveError(f"The file “{entry.filename}” in it is not JSON.") from error


def _check_manifest(manifest: Any) -> None:
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise WrongArchiveError(NO_ARCHIVE)
    version = manifest.get("version")
    if version != VERSION:
        raise WrongArchiveError(
            f"The archive is of version {str(version)[:20]}; this portal reads version {VERSION}."
        )


def _archive_rows(kind: str, contents: Any, shape: Shape) -> list[Row]:
    if not isinstance(contents, list):
        raise WrongArchiveError(f"The {kind} in the archive are not a list.")
    for number, row in enumerate(contents, 1):
        if not isinstance(row, dict) or row.keys() != shape.keys():
            raise WrongArchiveError(f"Number {number} of the {kind} does not have its facts.")
        for name, types in shape.items():
            # isinstance() would accept True as an int.
            if type(row[name]) not in types:
                raise WrongArchiveError(f"Number {number} of the {kind}: “{name}” is wrong.")
            if isinstance(row[name], dict):
                for held in row[name].values():
                    _check_texts(kind, number, name, _texts_in(held))
            if isinstance(row[name], list) and name != "revisions":
                _check_texts(kind, number, name, row[name])
    return contents


def _texts_in(held: Any) -> list[Any]:
    """Return the parts of a shipped value that must be text: all but numbers, booleans and None."""
    if isinstance(held, list):
        return held
    return [] if held is None or type(held) in {int, bool} else [held]


def _check_texts(kind: str, number: int, name: str, texts: list[Any]) -> None:
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        raise WrongArchiveError(f"Number {number} of the {kind}: “{name}” is wrong.")


def _check_pointers(page: Row) -> None:
    """Check that `live` and `draft` are indices of revisions, counted from 0."""
    for name in ("live", "draft"):
        at = page[name]
        if at is not None and not 0 <= at < len(page["revisions"]):
            raise WrongArchiveError(f"The page “{page['path'][:80]}” points to no revision.")
