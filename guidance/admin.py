"""The admin of the guidance."""

from guidance.decisions.admin import DecisionAdmin
from guidance.desk.admin.desk import FeedbackAdmin
from guidance.desk.admin.pages import PageAdmin
from guidance.news.admin import TagAdmin, UpdateAdmin
from guidance.register.admin.claims import ClaimAdmin
from guidance.register.admin.links import ExternalResourceAdmin, LinkPlaceAdmin, NetworkAdmin
from guidance.search.admin import SearchMissAdmin, SynonymGroupAdmin
