"""What the guidance is made of: pages and their revisions, resources, links, what people say."""

from guidance.models.approval import ApprovalAnswer, ApprovalLink
from guidance.models.claim import Claim
from guidance.models.feedback import Feedback
from guidance.models.link_check import LinkCheck, LinkPlace
from guidance.models.local_steps import LocalSteps, LocalStepsChange
from guidance.models.network import Network
from guidance.models.old_address import OldAddress
from guidance.models.page import Page
from guidance.models.page_text import PageText
from guidance.models.reminder import Reminder
from guidance.models.resource import ExternalResource, PageResource
from guidance.models.revision import WORDS, Revision, Words
from guidance.models.search_words import SearchMiss, SynonymGroup
from guidance.models.tag import Tag
from guidance.models.update import Update

__all__ = [
    "WORDS",
    "ApprovalAnswer",
    "ApprovalLink",
    "Claim",
    "ExternalResource",
    "Feedback",
    "LinkCheck",
    "LinkPlace",
    "LocalSteps",
    "LocalStepsChange",
    "Network",
    "OldAddress",
    "Page",
    "PageResource",
    "PageText",
    "Reminder",
    "Revision",
    "SearchMiss",
    "SynonymGroup",
    "Tag",
    "Update",
    "Words",
]
