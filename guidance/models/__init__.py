"""What the guidance is made of: pages, their revisions and old addresses, and resources."""

from guidance.models.old_address import OldAddress
from guidance.models.page import Page
from guidance.models.page_text import PageText
from guidance.models.resource import ExternalResource, PageResource
from guidance.models.revision import WORDS, Revision

__all__ = [
    "WORDS",
    "ExternalResource",
    "OldAddress",
    "Page",
    "PageResource",
    "PageText",
    "Revision",
]
