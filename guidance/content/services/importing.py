"""Importing guidance from another site, page by page, with a report."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from guidance.content.archive import KINDS, REVISION, Row, WrongArchiveError, read_archive
from guidance.content.services.exporting import plain
from guidance.content.services.loading import resource_codes, set_resources
from guidance.pages.services.placing import place
from guidance.pages.services.publishing import FIXED, invalidates_public_cache
from guidance.register.models import ExternalResource
from guidance.search import index
from guidance.search.models import SynonymGroup
from guidance.search.synonyms import from_groups
from guidance.texts.models import WORDS, OldAddress, Page, Revision, Tag
from guidance.texts.rules.sanitise import sanitise
from kls_portal.accounts.models import User
from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import ADDED, UNCHANGED, UPDATED, number_changed, tally


def report_of(counts: dict[str, Counter[str]]) -> list[str]:
    """Return a line with the total number of changed rows, then one for each kind that has rows."""
    of_kinds = (f"{kind.capitalize()}: {tally(count)}." for kind, count in counts.items() if count)
    return [f"{number_changed(counts.values())} changed.", *of_kinds]


FACTS = ("order", "group", "search_words", "review_months", "shipped", "unpublish_at")
DAYS = ("last_reviewed", "next_review")


def import_page(given: Row) -> str:
    """Store a page as given, and return ADDED, UPDATED or UNCHANGED.

    An existing page is matched by its path, by the shipped file it was loaded from, or by one of
    the old addresses. Raises WrongArchiveError or ValidationError.
    """
    page = _page_here(given)
    was_there = page is not None
    page = page or Page()
    changed = _set_facts(page, given)
    parent_path, _, slug = given["path"].rpartition("/")
    if changed:
        page.full_clean(exclude=["parent", "slug", "path", "live", "draft"])
        place(page, parent=_parent(parent_path, given), slug=slug)
    parts = (_add_history(page, given), _set_resources(page, given), _set_old(page, given))
    return ADDED if not was_there else UPDATED if changed or any(parts) else UNCHANGED


def _page_here(given: Row) -> Page | None:
    pages = Page.objects.select_related("live", "draft", "owner", "deputy")
    return (
        pages.filter(path=given["path"]).first()
        or (given["loaded_from"] and pages.filter(loaded_from=given["loaded_from"]).first())
        or pages.filter(path__in=given["old_addresses"]).first()
    )


def _parent(path: str, given: Row) -> Page | None:
    if not path:
        return None
    parent = Page.objects.filter(path=path).first()
    if parent is None:
        raise WrongArchiveError(f"The page above “{given['path'][:80]}” is missing.")
    return parent


def _set_facts(page: Page, given: Row) -> bool:
    values = _values(Page, given, (*FACTS, *DAYS))
    # Where an owner or deputy has no account here, the page keeps its own.
    people = _values(Page, given, ("owner", "deputy"))
    values |= {name: person for name, person in people.items() if person}
    is_free = not Page.objects.filter(loaded_from=given["loaded_from"]).exists()
    if given["loaded_from"] and page.loaded_from is None and is_free:
        values["loaded_from"] = given["loaded_from"]
    changed = page.path != given["path"]
    for name, value in values.items():
        if getattr(page, name) != value:
            setattr(page, name, value)
            changed = True
    return changed


def _add_history(page: Page, given: Row) -> bool:
    here = {_identity(row): row for row in page.revisions.all()}
    rows, added = [], False
    for facts in given["revisions"]:
        revision = _revision(page, facts)
        if known := here.get(_identity(revision)):
            rows.append(known)
            continue
        revision.full_clean(exclude=["page"])
        revision.save()
        here[_identity(revision)] = revision
        rows.append(revision)
        added = True
    new_values = {
        name: rows[given[name]] if given[name] is not None else None for name in ("live", "draft")
    }
    if new_values["live"] is None and page.path in FIXED:
        new_values["live"] = page.live
    moved = any(getattr(page, name) != row for name, row in new_values.items())
    if moved:
        page.live, page.draft = new_values["live"], new_values["draft"]
        page.save(update_fields=["live", "draft"])
    return added or moved


def _revision(page: Page, facts: Row) -> Revision:
    values = _values(Revision, facts, REVISION)
    return Revision(page=page, **values | {"body": sanitise(facts["body"])})


def _identity(revision: Revision) -> tuple[Any, ...]:
    """Return what identifies a revision within its page: when it was created, and its words."""
    return (revision.created, *(getattr(revision, name) for name in WORDS))


def _set_resources(page: Page, given: Row) -> bool:
    codes = list(dict.fromkeys(given["resources"]))
    if resource_codes(page) == codes:
        return False
    try:
        set_resources(page, codes)
    except KeyError as error:
        raise WrongArchiveError(
            f"There is no resource “{error.args[0][:60]}” in the archive or here."
        ) from error
    return True


def _set_old(page: Page, given: Row) -> bool:
    """Store the old addresses of a page, except those that another page has."""
    known = set(OldAddress.objects.values_list("path", flat=True))
    taken = known | set(Page.objects.values_list("path", flat=True))
    new = [path for path in dict.fromkeys(given["old_addresses"]) if path not in taken]
    for path in new:
        old = OldAddress(page=page, path=path)
        old.full_clean()
        old.save()
    return bool(new)


MANY = frozenset({"tags", "topics"})


@transaction.atomic
def import_guidance(data: bytes) -> dict[str, Counter[str]]:
    """Import an archive, all or nothing. Return the outcomes of the rows, counted by kind.

    Raises WrongArchiveError with a one-sentence message.
    """
    rows = read_archive(data)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, of_kind in rows.items():
        for row in of_kind:
            row_name = str(row.get("path") or row.get("code") or row.get("slug") or row)[:80]
            counts[kind][_put_named(kind, row, row_name)] += 1
    _finish(counts)
    return counts


def _put_named(kind: str, row: Row, name: str) -> str:
    """Store one row; the WrongArchiveError raised where this fails names it."""
    try:
        return import_page(row) if kind == "pages" else _put(kind, row)
    except ValidationError as error:
        said = " ".join(error.messages)
        raise WrongArchiveError(f"“{name}” of the {kind} cannot be imported: {said}") from error
    except (IntegrityError, ValueError, OverflowError) as error:
        if isinstance(error, WrongArchiveError):
            raise
        raise WrongArchiveError(
            f"“{name}” of the {kind} does not fit with what is already here."
        ) from error


def _put(kind: str, given: Row) -> str:
    """Store a row of any kind but pages, matched by its identifying field."""
    model, known_by = KINDS[kind].model, KINDS[kind].known_by
    if "body" in given:
        given = given | {"body": sanitise(given["body"])}
    values = _values(model, given, given.keys() - MANY)
    row = _row_known_by(model, known_by, values)
    was_there = row is not None
    if was_there and plain(row, given) == given | {
        name: sorted(given[name]) for name in MANY & given.keys()
    }:
        return UNCHANGED
    row = row or model()
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    for name in MANY & given.keys():
        getattr(row, name).set(_tags(given[name]))
    return UPDATED if was_there else ADDED


def _row_known_by(model: type[models.Model], known_by: str, values: Row) -> Any:
    if values.get("loaded_from"):
        row = model._default_manager.filter(loaded_from=values["loaded_from"]).first()
        if row:
            return row
    return model._default_manager.filter(**{known_by: values[known_by]}).first()


def _values(model: Any, given: Row, names: Iterable[str]) -> Row:
    """Return the given values of these columns as a row takes them."""
    return {name: _value(model._meta.get_field(name), given[name]) for name in names}


def _value(column: Any, value: Any) -> Any:
    """Return a value as its column takes it; None for a person without an account here."""
    if value is None or column.related_model is User:
        return User.objects.filter(email__iexact=value).first() if value else None
    if column.related_model is ExternalResource:
        resource = ExternalResource.objects.filter(code=value).first()
        if resource is None:
            raise WrongArchiveError(f"There is no resource “{value[:60]}” in the archive or here.")
        return resource
    moment = column.to_python(value)
    if isinstance(moment, datetime) and timezone.is_naive(moment):
        raise ValidationError(f"“{value[:40]}” is not a time with its time zone.")
    return moment


def _tags(slugs: list[str]) -> list[Tag]:
    tags = Tag.objects.in_bulk(slugs, field_name="slug")
    if missing := [slug for slug in slugs if slug not in tags]:
        raise WrongArchiveError(f"There is no tag “{missing[0][:60]}” in the archive or here.")
    return [tags[slug] for slug in slugs]


def _finish(counts: dict[str, Counter[str]]) -> None:
    if not number_changed(counts.values()):
        return
    try:
        from_groups([group.phrases() for group in SynonymGroup.objects.all()])
    except ValueError as error:
        raise WrongArchiveError(f"The synonyms do not fit together: {error}") from error
    if number_changed([counts["facts"]]):
        invalidate_public_cache()  # the index contains the facts
    index.rebuild()
    invalidates_public_cache()
