"""Brings the rows of an archive in. Done twice, the second time changes nothing.

What stands here and not in the archive stays; what stands in both becomes as the archive says.
The history of a page only grows: its revisions are joined, none is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from guidance.archive import KINDS, Row, WrongArchiveError, read_archive
from guidance.models import Claim, ExternalResource, Network, SynonymGroup, Tag, Update
from guidance.sanitise import sanitise
from guidance.search import index
from guidance.search.synonyms import from_groups
from guidance.services.exporting import plain
from guidance.services.importing_pages import import_page
from guidance.services.loaded import ADDED, UNCHANGED, UPDATED
from guidance.services.publishing import readers_see_changes

MODELS: dict[str, tuple[type[models.Model], str]] = {
    "resources": (ExternalResource, "code"),
    "tags": (Tag, "slug"),
    "synonyms": (SynonymGroup, "words"),
    "claims": (Claim, "code"),
    "networks": (Network, "resource"),
    "updates": (Update, "key"),
}
MANY = frozenset({"tags", "topics"})


@transaction.atomic
def import_guidance(data: bytes) -> dict[str, Counter[str]]:
    """Import an archive: all of it or nothing. Returns what became of the rows of each kind.

    Raises WrongArchiveError with one sentence.
    """
    rows = read_archive(data)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, of_kind in rows.items():
        put: Callable[[str, Row], str] = _put_page if kind == "pages" else _put
        for row in of_kind:
            row_name = str(row.get("path") or row.get("code") or row.get("slug") or row)[:80]
            counts[kind][_told(put, kind, row, row_name)] += 1
    _finish(counts)
    return counts


def _told(put: Callable[[str, Row], str], kind: str, row: Row, name: str) -> str:
    """Put one row in, and name it in the sentence where it cannot be."""
    try:
        return put(kind, row)
    except ValidationError as error:
        said = " ".join(error.messages)
        raise WrongArchiveError(f"“{name}” of the {kind} cannot be imported: {said}") from error
    except (IntegrityError, ValueError, OverflowError) as error:
        if isinstance(error, WrongArchiveError):
            raise
        raise WrongArchiveError(
            f"“{name}” of the {kind} does not fit with what is here already."
        ) from error


def _put_page(kind: str, row: Row) -> str:
    return import_page(row)


def _put(kind: str, given: Row) -> str:
    """Store a row of any kind but pages, matched by what it is known by."""
    model, known_by = MODELS[kind]
    if "body" in given:
        given = given | {"body": sanitise(given["body"])}
    values = {name: _value(name, value) for name, value in given.items() if name not in MANY}
    row = _found(model, known_by, values)
    was_there = row is not None
    if was_there and plain(row, given) == given | _sorted_many(given):
        return UNCHANGED
    row = row or model()
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    for name in MANY & given.keys():
        getattr(row, name).set(_tags(given[name]))
    return UPDATED if was_there else ADDED


def _found(model: type[models.Model], known_by: str, values: Row) -> Any:
    if values.get("loaded_from"):
        row = model._default_manager.filter(loaded_from=values["loaded_from"]).first()
        if row:
            return row
    return model._default_manager.filter(**{known_by: values[known_by]}).first()


def _value(name: str, value: Any) -> Any:
    """Return a fact as the row takes it; Django reads days and moments when it checks the row."""
    if name != "resource" or value is None:
        return value
    resource = ExternalResource.objects.filter(code=value).first()
    if resource is None:
        raise WrongArchiveError(f"There is no resource “{value[:60]}” in the archive or here.")
    return resource


def _sorted_many(given: Row) -> Row:
    return {name: sorted(given[name]) for name in MANY & given.keys()}


def _tags(slugs: list[str]) -> list[Tag]:
    found = Tag.objects.in_bulk(slugs, field_name="slug")
    if missing := [slug for slug in slugs if slug not in found]:
        raise WrongArchiveError(f"There is no tag “{missing[0][:60]}” in the archive or here.")
    return [found[slug] for slug in slugs]


def _finish(counts: dict[str, Counter[str]]) -> None:
    """Let search and readers see what changed."""
    if not any(count[what] for count in counts.values() for what in (ADDED, UPDATED)):
        return
    try:
        from_groups([group.phrases() for group in SynonymGroup.objects.all()])
    except ValueError as error:
        raise WrongArchiveError(f"The synonyms do not fit together: {error}") from error
    index.rebuild()
    readers_see_changes()
