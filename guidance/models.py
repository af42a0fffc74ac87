"""The models of the guidance, gathered from its features for Django."""

from guidance.decisions.models import Decision, DecisionStep
from guidance.news.models import Update
from guidance.pages.models import (
    ApprovalAnswer,
    ApprovalLink,
    Feedback,
    LocalSteps,
    LocalStepsChange,
    Reminder,
)
from guidance.register.models import (
    Claim,
    ExternalResource,
    LinkCheck,
    LinkPlace,
    Network,
    PageResource,
)
from guidance.search.models import SearchMiss, SynonymGroup
from guidance.texts.models import WORDS, OldAddress, Page, PageText, Revision, Tag, Words
