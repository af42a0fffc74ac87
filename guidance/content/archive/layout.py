"""What an archive holds. A change of it that older portals cannot read needs a new VERSION."""

from __future__ import annotations

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
    """An archive that cannot be imported. Its text is one sentence for whoever sent it."""


# Days and moments are texts in ISO form; whoever imports reads them.
RESOURCE: Shape = {
    "code": (str,),
    "name": (str,),
    "publisher": (str,),
    "use": (str,),
    "url": (str,),
    "where_seen": (str,),
    "read_on": (str, NONE),
    "confirmed": (bool,),
    "note": (str,),
    "shipped": (dict,),
}
CLAIM: Shape = {
    "code": (str,),
    "kind": (str,),
    "words": (str,),
    "resource": (str, NONE),
    "source": (str,),
    "confirmed_on": (str, NONE),
    "review_by": (str, NONE),
    "note": (str,),
    "shipped": (dict,),
}
FACT: Shape = {
    "code": (str,),
    "name": (str,),
    "what": (str,),
    "value": (str,),
    "unit": (str,),
    "nations": (list,),
    "since": (str, NONE),
    "until": (str, NONE),
    "source": (str,),
    "address": (str,),
    "read_on": (str, NONE),
    "strength": (str,),
    "is_original": (bool,),
    "review_by": (str, NONE),
    "note": (str,),
    "shipped": (dict,),
}
SYNONYMS: Shape = {
    "words": (str,),
    "spellings": (bool,),
    "is_on": (bool,),
    "loaded_from": (str, NONE),
    "shipped": (dict,),
}
TAG: Shape = {"slug": (str,), "name": (str,)}
NETWORK: Shape = {
    "resource": (str,),
    "kind": (str,),
    "region": (str,),
    "topics": (list,),
    "what_for": (str,),
    "who_may_join": (str,),
    "how_to_join": (str,),
    "confirmed": (bool,),
    "is_listed": (bool,),
    "shipped": (dict,),
}
UPDATE: Shape = {
    "key": (str,),
    "title": (str,),
    "slug": (str,),
    "summary": (str,),
    "body": (str,),
    "tags": (list,),
    "published_on": (str,),
    "is_published": (bool,),
    "loaded_from": (str, NONE),
    "shipped": (dict,),
}
PAGE: Shape = {
    "path": (str,),
    "order": (int,),
    "group": (str,),
    "owner": (str, NONE),
    "deputy": (str, NONE),
    "review_months": (int, NONE),
    "last_reviewed": (str,),
    "next_review": (str,),
    "unpublish_at": (str, NONE),
    "resources": (list,),
    "old_addresses": (list,),
    "loaded_from": (str, NONE),
    "shipped": (dict,),
    "live": (int, NONE),
    "draft": (int, NONE),
    "revisions": (list,),
}
REVISION: Shape = {
    "title": (str,),
    "summary": (str,),
    "body": (str,),
    "based_on": (str,),
    "author": (str, NONE),
    "note": (str,),
    "created": (str,),
    "is_major": (bool,),
    "change_note": (str,),
    "publish_at": (str, NONE),
    "published_at": (str, NONE),
    "published_by": (str, NONE),
}
# In the order in which rows need each other.
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
    """Return a zip file of these rows, by kind: a file for each kind, and one for each page."""
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
