"""Turns pages into one document, the whole guide. Pure."""

from guidance.guide.document import GuidePage, guide_document

__all__ = ["GuidePage", "guide_document"]
