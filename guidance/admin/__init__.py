"""Where editors keep the guidance true."""

from guidance.admin.claims import ClaimAdmin
from guidance.admin.feedback import FeedbackAdmin
from guidance.admin.links import LinkPlaceAdmin
from guidance.admin.networks import NetworkAdmin
from guidance.admin.pages import PageAdmin
from guidance.admin.resources import ExternalResourceAdmin
from guidance.admin.searching import SearchMissAdmin, SynonymGroupAdmin
from guidance.admin.updates import TagAdmin, UpdateAdmin

__all__ = [
    "ClaimAdmin",
    "ExternalResourceAdmin",
    "FeedbackAdmin",
    "LinkPlaceAdmin",
    "NetworkAdmin",
    "PageAdmin",
    "SearchMissAdmin",
    "SynonymGroupAdmin",
    "TagAdmin",
    "UpdateAdmin",
]
