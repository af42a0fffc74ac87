"""All the guidance as rows of an archive. People are exported by email address alone."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from guidance.content.archive import KINDS, REVISION, Row, write_archive
from guidance.texts.models import Page


def export_guidance() -> bytes:
    """Return an archive of all pages with their history, and of everything they refer to.

    Local steps of organisations, approvals, readers' feedback and the records of the link check and
    the search are left out: they belong to each site.
    """
    return write_archive(all_rows())


def all_rows() -> dict[str, list[Row]]:
    """Return every row by kind, in the order of `guidance.content.archive.KINDS`."""
    pages = Page.objects.select_related("owner", "deputy").prefetch_related(
        "revisions__author", "revisions__published_by", "resource_links__resource", "old_addresses"
    )
    rows = {
        name: [
            plain(row, kind.shape)
            for row in kind.model.objects.prefetch_related(*kind.related).order_by(kind.known_by)
        ]
        for name, kind in KINDS.items()
        if name != "pages"
    }
    return rows | {"pages": [page_row(page) for page in pages.order_by("path")]}


def page_row(page: Page) -> Row:
    """Return a page with its whole history, oldest revision first."""
    revisions = sorted(page.revisions.all(), key=lambda revision: (revision.created, revision.pk))
    numbers = {revision.pk: number for number, revision in enumerate(revisions)}
    links = sorted(page.resource_links.all(), key=lambda link: (link.order, link.pk))
    given = {
        "resources": [link.resource.code for link in links],
        "old_addresses": sorted(old.path for old in page.old_addresses.all()),
        "live": numbers.get(page.live_id or 0),
        "draft": numbers.get(page.draft_id or 0),
        "revisions": [plain(revision, REVISION) for revision in revisions],
    }
    names = [name for name in KINDS["pages"].shape if name not in given]
    return {name: plain_value(page, name) for name in names} | given


def plain(row: Model, names: Iterable[str]) -> Row:
    """Return the named fields of a row as JSON-serialisable values."""
    return {name: plain_value(row, name) for name in names}


def plain_value(row: Model, name: str) -> Any:
    """Return one field: a person as email address, a resource as code, tags as slugs."""
    value = getattr(row, name)
    if name in {"owner", "deputy", "author", "published_by"}:
        return value.email if value else None
    if name == "resource":
        return value.code if value else None
    if name in {"tags", "topics"}:
        return sorted(tag.slug for tag in value.all())
    if name == "key":
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
