"""What the guidance is made of: pages, their revisions, the resources they point to."""

from guidance.models.page import Page
from guidance.models.page_text import PageText
from guidance.models.resource import ExternalResource, PageResource
from guidance.models.revision import Revision

__all__ = ["ExternalResource", "Page", "PageResource", "PageText", "Revision"]
