"""What the guidance is made of: pages, revisions, old addresses, resources, approvals."""

from guidance.models.approval import ApprovalAnswer, ApprovalLink
from guidance.models.old_address import OldAddress
from guidance.models.page import Page
from guidance.models.page_text import PageText
from guidance.models.reminder import Reminder
from guidance.models.resource import ExternalResource, PageResource
from guidance.models.revision import WORDS, Revision

__all__ = [
    "WORDS",
    "ApprovalAnswer",
    "ApprovalLink",
    "ExternalResource",
    "OldAddress",
    "Page",
    "PageResource",
    "PageText",
    "Reminder",
    "Revision",
]
