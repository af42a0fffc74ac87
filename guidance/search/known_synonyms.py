"""The synonyms that editors keep, ready for the search: read once, until one of them changes."""

import logging
from functools import cache as once

from guidance import CONTENT
from guidance.search.models import SynonymGroup
from guidance.search.synonyms import Synonyms, from_groups, read_synonyms
from kls_portal.public import cached_until_publish

_logger = logging.getLogger(__name__)


def known_synonyms() -> Synonyms:
    """Return the groups that are in use. Before any were loaded: those that ship.

    Whatever changes them raises the version of the site.
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
        # Forms refuse such rows; the search answers all the same.
        _logger.exception("The synonyms contradict each other; those that ship are used.")
        return shipped_synonyms()


@once
def shipped_synonyms() -> Synonyms:
    """Return the synonyms that come with the portal."""
    return read_synonyms(CONTENT / "synonyms.toml")
