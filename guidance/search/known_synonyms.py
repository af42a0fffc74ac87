"""The editors' synonyms as the search uses them, cached until one changes."""

import logging
from functools import cache as once

from guidance import CONTENT
from guidance.search.models import SynonymGroup
from guidance.search.synonyms import Synonyms, from_groups, read_groups, synonyms_of
from kls_portal.public import cached_until_publish

_logger = logging.getLogger(__name__)


def known_synonyms() -> Synonyms:
    """Return the synonyms in use, or the shipped ones if none are stored.

    Every change of them raises the site version, and so clears the cache.
    """
    return cached_until_publish("synonyms", _stored_synonyms)


def _stored_synonyms() -> Synonyms:
    rows = list(SynonymGroup.objects.all())
    if not rows:
        return shipped_synonyms()
    groups = [row.phrases() for row in rows if row.is_on and not row.spellings]
    spellings = [row.phrases() for row in rows if row.is_on and row.spellings]
    try:
        return from_groups(groups, spellings)
    except ValueError:
        # Forms refuse such rows, but the search must work even with them.
        _logger.exception("The synonyms contradict each other; those that ship are used.")
        return shipped_synonyms()


@once
def shipped_synonyms() -> Synonyms:
    return synonyms_of(read_groups(CONTENT / "synonyms.toml"))
