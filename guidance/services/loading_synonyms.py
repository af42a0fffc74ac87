"""Loads the shipped synonyms, never over an editor's."""

from __future__ import annotations

from typing import Any

from guidance.models import SynonymGroup
from guidance.search.synonyms import from_groups
from guidance.services.loaded import ADDED, KEPT, UNCHANGED, UPDATED, digest
from guidance.shipped import SynonymEntry


def load_synonyms(entry: SynonymEntry) -> str:
    """Store a shipped group, known by its first word, and return what became of it.

    A group that an editor changed is kept, and so are an editor's own that hold one of its words.
    """
    row = SynonymGroup.objects.filter(loaded_from=entry.words[0]).first()
    if row and digest(_state(row)) != row.loaded_state:
        return KEPT
    was_there = row is not None
    row = row or SynonymGroup(loaded_from=entry.words[0])
    before = row.loaded_state
    row.words, row.spellings = "\n".join(entry.words), entry.spellings
    row.loaded_state = digest(_state(row))
    if row.loaded_state == before:
        return UNCHANGED
    if _is_taken(row):
        return KEPT
    row.save()
    return UPDATED if was_there else ADDED


def _state(row: SynonymGroup) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("words", "spellings", "is_on")}


def _is_taken(row: SynonymGroup) -> bool:
    others = SynonymGroup.objects.exclude(pk=row.pk)
    try:
        from_groups([*(group.phrases() for group in others), row.phrases()])
    except ValueError:
        return True
    return False
