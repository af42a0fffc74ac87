"""Archives of guidance as somebody might make them by hand."""

import json
import zipfile
from io import BytesIO

from guidance.content.archive import FORMAT, NAME, VERSION


def archive(text, name=NAME) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, text)
    return kept.getvalue()


def good(**rows) -> bytes:
    return archive(json.dumps({"format": FORMAT, "version": VERSION, **rows}))


PAGE = {
    "path": "a-page",
    "order": 1,
    "group": "Choose",
    "search_words": "",
    "owner": None,
    "deputy": None,
    "review_months": None,
    "last_reviewed": "2026-11-22",
    "next_review": "2127-11-22",
    "unpublish_at": None,
    "resources": [],
    "old_addresses": [],
    "loaded_from": None,
    "shipped": {},
    "live": 0,
    "draft": None,
    "revisions": [
        {
            "title": "A page",
            "summary": "S.",
            "body": "<p onclick='x'>Text<script>alert(1)</script></p>",
            "based_on": "",
            "author": None,
            "note": "",
            "created": "2026-11-22T10:00:00+00:00",
            "is_major": False,
            "change_note": "",
            "publish_at": None,
            "published_at": None,
            "published_by": None,
        }
    ],
}


def with_page(**given) -> bytes:
    return good(pages=[PAGE | given])


def with_revision(**given) -> bytes:
    return with_page(revisions=[PAGE["revisions"][0] | given])
