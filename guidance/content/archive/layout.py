"""The layout of an archive. A change that older portals cannot read needs a new VERSION."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
