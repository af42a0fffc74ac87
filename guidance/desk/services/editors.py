"""What the Editors group may do with guidance."""

from django.contrib.auth.models import Group

from guidance.news.models import Update
from guidance.pages.models import ApprovalAnswer, ApprovalLink, Feedback
from guidance.register.models import Claim, ExternalResource, LinkPlace, Network, PageResource
from guidance.search.models import SearchMiss, SynonymGroup
from guidance.texts.models import Page, Revision, Tag
from kls_portal.accounts.editors import grant_editor_permissions


def ensure_editors_group() -> Group:
    """Let editors keep pages and resources. Done twice, it changes nothing.

    The admin narrows this: what came with the portal is withdrawn, not deleted, and revisions
    are only read (`guidance.admin`).
    """
    of_pages = (Page, Revision, PageResource, Feedback, LinkPlace, ApprovalLink, ApprovalAnswer)
    of_sources, of_search = (Claim, ExternalResource), (SearchMiss, SynonymGroup)
    return grant_editor_permissions(*of_pages, *of_sources, *of_search, Network, Tag, Update)
