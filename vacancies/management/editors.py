"""What the Editors group may do with reference data, examples and what peers offer."""

from django.contrib.auth.models import Group

from kls_portal.accounts.editors import grant_editor_permissions
from vacancies.drafting.models import AdvertLimit, Example
from vacancies.evaluation.models import EchoText
from vacancies.planning.models import InductionGroup, PlanTask
from vacancies.profiles.models import BandRange, FactorLevel, MatchingLimit, Profile, ProfileFactor
from vacancies.recruiting.models.advert import AdvertChannel
from vacancies.recruiting.models.plan import TimelineStep
from vacancies.recruiting.models.selection import BankQuestion, BankTask, ScoreMarks
from vacancies.retention.models import MeetingTheme, PeerOffer, RetentionTool


def grant_editor_permissions_on_vacancies() -> Group:
    """Let editors keep what every vacancy draws on, and no vacancy. Twice, it changes nothing.

    The admin narrows this, model by model (`vacancies.admin`).
    """
    scheme = (Profile, ProfileFactor, FactorLevel, BandRange, MatchingLimit, EchoText)
    selection = (BankQuestion, BankTask, ScoreMarks)
    tasks = (InductionGroup, PlanTask, TimelineStep)
    advert, keeping = (AdvertChannel, AdvertLimit), (RetentionTool, PeerOffer, MeetingTheme)
    return grant_editor_permissions(*scheme, *selection, *tasks, *advert, *keeping, Example)
