"""What the Editors group may do with reference data, examples and what peers offer."""

from django.contrib.auth.models import Group

from kls_portal.accounts.editors import let_editors_keep
from vacancies.models import (
    AdvertChannel,
    AdvertLimit,
    BandRange,
    BankQuestion,
    BankTask,
    EchoText,
    Example,
    FactorLevel,
    InductionGroup,
    InductionTask,
    MatchingLimit,
    MeetingTheme,
    PeerOffer,
    Profile,
    ProfileFactor,
    RetentionTool,
    ScoreMarks,
    StageTask,
    TimelineStep,
)


def let_editors_keep_vacancies() -> Group:
    """Let editors keep what every vacancy draws on, and no vacancy. Twice, it changes nothing.

    The admin narrows this, model by model (`vacancies.admin`).
    """
    scheme = (Profile, ProfileFactor, FactorLevel, BandRange, MatchingLimit, EchoText)
    selection = (BankQuestion, BankTask, ScoreMarks)
    tasks = (InductionGroup, InductionTask, StageTask, TimelineStep)
    advert, keeping = (AdvertChannel, AdvertLimit), (RetentionTool, PeerOffer, MeetingTheme)
    return let_editors_keep(*scheme, *selection, *tasks, *advert, *keeping, Example)
