"""The synonyms that editors keep, ready for the search: read once, until one of them changes."""

from __future__ import annotations

import logging
from functools import cache as once

from django.core.cache import cache

from guidance.models import SynonymGroup
from guidance.search.synonyms import Synonyms, from_groups
from guidance.shipped.content import FOLDER
from guidance.shipped.synonyms import read_synonyms

KEY = "guidance-synonyms"
_logger = logging.getLogger(__name__)


def known_synonyms() -> Synonyms:
    """Return the groups that are in use. Before any were loaded: those that ship."""
    known = cache.get(KEY)
    if known is None:
        known = _read()
        cache.set(KEY, known)
    return known


def forget_known() -> None:
    """Read the groups anew at the next search. Call it, after commit, whenever one changes."""
    cache.delete(KEY)


def _read() -> Synonyms:
    rows = list(SynonymGroup.objects.all())
    if not rows:
        return shipped_synonyms()
    groups = [row.phrases() for row in rows if row.is_on and not row.spellings]
    spellings = [row.phrases() for row in rows if row.is_on and row.spellings]
    try:
        return from_groups(groups, spellings)
    except ValueError:
        # Forms refuse such rows; the search answers all the same.
        _logger.exception("The synonyms contradict each other; those that ship are used.")
        return shipped_synonyms()


@once
def shipped_synonyms() -> Synonyms:
    """Return the synonyms that come with the portal."""
    return read_synonyms(FOLDER / "synonyms.toml")
