"""Loads the content that ships with the portal, and keeps what an editor changed."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.text import slugify

from guidance.content.shipped import Content, NetworkEntry, PageFile, UpdateFile
from guidance.decisions.models import Decision
from guidance.decisions.services import load_decision
from guidance.news.models import Update
from guidance.pages.services.drafts import publish_draft, save_draft
from guidance.pages.services.placing import place
from guidance.pages.services.publishing import invalidates_public_cache
from guidance.register.models import Claim, ExternalResource, Network, PageResource
from guidance.search import index
from guidance.search.models import SynonymGroup
from guidance.search.synonyms import SynonymEntry, from_groups
from guidance.texts.models import WORDS, OldAddress, Page, Revision, Tag
from guidance.texts.rules.markdown import to_html
from kls_portal.plain_values import WrongValuesError
from kls_portal.reference import loading
from kls_portal.reference.loading import load as load_into

PLACE = ("order", "group", "search_words")
NEW_WORDS = "New words that came with the portal"
# Shipped updates have the same key, and so the same id in the feed, on every site.
KEYS = uuid.UUID("2c0f6c52-6c39-4d0e-9a55-9d0f6a6f5d11")


def load_update(file: UpdateFile) -> str:
    """Load one update, and return the outcome. An update by an editor keeps its address."""
    row = Update.objects.filter(loaded_from=file.slug).first()
    if row is None and Update.objects.filter(slug=file.slug).exists():
        return loading.KEPT
    row = row or Update(loaded_from=file.slug, key=uuid.uuid5(KEYS, file.slug))
    values = loading.columns_of(Update, file) | {
        "body": to_html(file.text),
        "published_on": file.published,
        "is_published": True,
    }
    return _load_tagged(row, values, "tags", file.tags)


def load_network(entry: NetworkEntry) -> str:
    """Load one network, and return the outcome. Its resource must be in the register."""
    resource = ExternalResource.objects.get(code=entry.resource)
    row = Network.objects.filter(resource=resource).first() or Network(resource=resource)
    values = loading.columns_of(Network, entry) | {"is_listed": True}
    return _load_tagged(row, values, "topics", entry.topics)


def _load_tagged(
    row: Update | Network, values: dict[str, Any], tags: str, names: Iterable[str]
) -> str:
    def read(row: Any) -> list[str]:
        return sorted(getattr(row, tags).values_list("name", flat=True))

    def write(row: Any, names: Any) -> None:
        getattr(row, tags).set(_tag(name) for name in names)

    return load_into(row, values | {tags: sorted(set(names))}, {tags: loading.Related(read, write)})


def _tag(name: str) -> Tag:
    tag, _ = Tag.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
    return tag


def load_synonyms(entry: SynonymEntry) -> str:
    """Load a shipped group, identified by its first word, and return the outcome.

    What an editor changed is kept, and so is an editor's own group that shares one of its words.
    """
    row = SynonymGroup.objects.filter(loaded_from=entry.words[0]).first()
    row = row or SynonymGroup(loaded_from=entry.words[0])
    values = {"words": "\n".join(entry.words), "spellings": entry.spellings}
    made = loading.merge(row.shipped, loading.held_by(row, values), values)
    is_new = made.outcome in {loading.ADDED, loading.UPDATED}
    if is_new and _is_taken(SynonymGroup(pk=row.pk, **made.values)):
        return loading.KEPT
    return load_into(row, values)


def _is_taken(row: SynonymGroup) -> bool:
    others = SynonymGroup.objects.exclude(pk=row.pk)
    try:
        from_groups([*(group.phrases() for group in others), row.phrases()])
    except ValueError:
        return True
    return False


_COLUMNS: dict[str, tuple[type[Model], ...]] = {
    "pages": (Page, Revision),
    "resources": (ExternalResource,),
    "updates": (Update,),
    "networks": (Network,),
    "claims": (Claim,),
    "decisions": (Decision,),
}


def _refuse_too_long(entry: Any, models: Iterable[type[Model]]) -> None:
    for column in (one for model in models for one in model._meta.concrete_fields):
        name, most = "id" if column.name == "code" else column.name, column.max_length
        text = getattr(entry, name, None)
        if most and isinstance(text, str) and len(text) > most:
            raise WrongValuesError(f"“{name}” is over {most} characters: “{text[:40]}…”.")


@transaction.atomic
def load(content: Content) -> dict[str, Counter[str]]:
    """Load all shipped guidance, rebuild the search index, and count the outcomes by kind.

    Raises WrongValuesError for a text that is too long for its column.
    """
    for kind, models in _COLUMNS.items():
        for entry in getattr(content, kind):
            _refuse_too_long(entry, models)
    done = {
        "facts": loading.load_facts(),
        "resources": Counter(loading.load_values(ExternalResource, content.resources)),
        "claims": Counter(
            loading.load_values(
                Claim,
                content.claims,
                resource_code=lambda claim: claim.resource,
                review_by=lambda claim: claim.due,
            )
        ),
        "pages": Counter(map(_load_page, content.pages)),
        "networks": Counter(map(load_network, content.networks)),
        "updates": Counter(map(load_update, content.updates)),
        "decisions": Counter(map(load_decision, content.decisions)),
        "synonyms": Counter(map(load_synonyms, content.synonyms)),
    }
    index.rebuild()
    if loading.number_changed(done.values()):
        invalidates_public_cache()
    return done


def _load_page(file: PageFile) -> str:
    """Load one page. New words for an existing page become a draft, for an editor to compare."""
    page = _loaded_as(file.path) or _loaded_as(file.moved_from)
    if page is None and Page.objects.filter(path=file.path).exists():
        return loading.KEPT
    if page and (page.live is None or (page.draft and not _is_waiting(page.draft))):
        return loading.KEPT
    page = page or Page(loaded_from=file.path)
    new, before, held = _state_of_file(file), page.shipped, _state_of_page(page)
    made = loading.merge(before, held, new)
    live = held or new
    if made.outcome in {loading.ADDED, loading.UPDATED} or made.shipped != before:
        page.shipped = made.shipped
        _write_page(page, file, made.values | {name: live[name] for name in WORDS})
    if any(new[name] not in (before.get(name), live[name]) for name in WORDS):
        save_draft(page, **{name: new[name] for name in WORDS}, note=NEW_WORDS)
    return made.outcome


def _is_waiting(draft: Revision) -> bool:
    """Whether a draft holds shipped words that no editor has changed or scheduled."""
    return draft.author is None and draft.note == NEW_WORDS and draft.publish_at is None


def _loaded_as(path: str) -> Page | None:
    pages = Page.objects.select_related("live", "draft", "parent").filter(loaded_from=path)
    return pages.first() if path else None


def _write_page(page: Page, file: PageFile, values: dict[str, Any]) -> None:
    for name in PLACE:
        setattr(page, name, values[name])
    page.last_reviewed, page.next_review = values["reviewed"], values["next_review"]
    page.loaded_from = file.path
    parent, slug = page.parent, page.slug
    if values["path"] == file.path:  # no editor moved it
        parent = Page.objects.filter(loaded_from=file.parent_path or "").first()
        slug = file.path.rpartition("/")[2]
    place(page, parent=parent, slug=slug)
    if file.moved_from and not Page.objects.filter(path=file.moved_from).exists():
        OldAddress.objects.get_or_create(path=file.moved_from, defaults={"page": page})
    set_resources(page, values["resources"])
    if page.live is None:
        save_draft(page, **{name: values[name] for name in WORDS}, note="Came with the portal")
        publish_draft(page)


def resource_codes(page: Page) -> list[str]:
    links = page.resource_links.order_by("order", "pk")
    return list(links.values_list("resource__code", flat=True))


def set_resources(page: Page, codes: Sequence[str]) -> None:
    """Give a page these resources in this order. Raises KeyError for an unknown code."""
    resources = ExternalResource.objects.in_bulk(codes, field_name="code")
    page.resource_links.all().delete()
    PageResource.objects.bulk_create(
        PageResource(page=page, resource=resources[code], order=number)
        for number, code in enumerate(codes)
    )


def _state_of_page(page: Page) -> dict[str, Any]:
    """Return the values of a page under the keys of `_state_of_file`, {} for an unsaved one."""
    if page.pk is None:
        return {}
    return {
        "path": page.path,
        **{name: getattr(page, name) for name in PLACE},
        "reviewed": page.last_reviewed,
        "next_review": page.next_review,
        "resources": resource_codes(page),
        **{name: getattr(page.live, name, None) for name in WORDS},
    }


def _state_of_file(file: PageFile) -> dict[str, Any]:
    values = asdict(file) | {
        "resources": list(file.resources),
        "search_words": " ".join(file.search_words.split()),
        "body": to_html(file.text),
    }
    del values["text"], values["moved_from"]
    return values
