"""Readability of a text: sentences, syllables, reading age. Pure; both apps use it."""

from kls_portal.readability.reading_age import Readability, readability, syllables
from kls_portal.readability.sentences import WORD, cut

__all__ = ["WORD", "Readability", "cut", "readability", "syllables"]
