"""Writes an archive. The same guidance gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guidance.content.archive.layout import FORMAT, MANIFEST, PAGES, VERSION, Row

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
