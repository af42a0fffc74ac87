"""Where editors keep the guidance true."""

from guidance.admin.pages import PageAdmin
from guidance.admin.resources import ExternalResourceAdmin
from guidance.admin.revisions import RevisionAdmin

__all__ = ["ExternalResourceAdmin", "PageAdmin", "RevisionAdmin"]
