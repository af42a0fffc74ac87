"""The whole guide as one document: pages in, a document out. Pure."""

from guidance.guide.document import GuidePage, guide_document

__all__ = ["GuidePage", "guide_document"]
