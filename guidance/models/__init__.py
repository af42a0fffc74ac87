"""What the guidance is made of: pages and their revisions, resources, links, what people say."""

from guidance.models.approval import ApprovalAnswer, ApprovalLink
from guidance.models.feedback import Feedback
from guidance.models.link_check import LinkCheck, LinkPlace
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
    "Feedback",
    "LinkCheck",
    "LinkPlace",
    "OldAddress",
    "Page",
    "PageResource",
    "PageText",
    "Reminder",
    "Revision",
]
