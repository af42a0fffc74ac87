"""What the Editors group may do with guidance."""

from django.contrib.auth.models import Group

from guidance.models import (
    ApprovalAnswer,
    ApprovalLink,
    Claim,
    ExternalResource,
    Feedback,
    LinkPlace,
    Network,
    Page,
    PageResource,
    Revision,
    SearchMiss,
    SynonymGroup,
    Tag,
    Update,
)
from kls_portal.accounts.editors import let_editors_keep


def ensure_editors_group() -> Group:
    """Let editors keep pages and resources. Done twice, it changes nothing.

    The admin narrows this: what came with the portal is withdrawn, not deleted, and revisions
    are only read (`guidance.admin`).
    """
    of_pages = (Page, Revision, PageResource, Feedback, LinkPlace, ApprovalLink, ApprovalAnswer)
    of_sources, of_search = (Claim, ExternalResource), (SearchMiss, SynonymGroup)
    return let_editors_keep(*of_pages, *of_sources, *of_search, Network, Tag, Update)
