"""Where editors keep the guidance true."""

from guidance.admin.feedback import FeedbackAdmin
from guidance.admin.links import LinkPlaceAdmin
from guidance.admin.pages import PageAdmin
from guidance.admin.resources import ExternalResourceAdmin

__all__ = ["ExternalResourceAdmin", "FeedbackAdmin", "LinkPlaceAdmin", "PageAdmin"]
