"""What is stored, one concept a file."""

from vacancies.models.advert_limit import AdvertLimit
from vacancies.models.advert_plan import AdvertCase, AdvertChannel, AdvertChoice
from vacancies.models.bank import BankQuestion, BankTask, ScoreMarks
from vacancies.models.criterion import Criterion
from vacancies.models.draft_version import DraftVersion
from vacancies.models.duty import Duty
from vacancies.models.echo_text import EchoText
from vacancies.models.evidence import FactorEvidence
from vacancies.models.example import Example
from vacancies.models.finding_set_aside import FindingSetAside
from vacancies.models.induction import InductionGroup, InductionTask
from vacancies.models.induction_layer import InductionSettings, OrganisationTask
from vacancies.models.induction_plan import (
    InductionPlan,
    PlanEvent,
    PlanTask,
    PlanTick,
    PlanTrace,
)
from vacancies.models.induction_starter import DigestSent, PlanQuestion, StarterLink
from vacancies.models.leaver import LeaverAnswers, LeaverLink
from vacancies.models.meeting_theme import MeetingTheme, ThemeVote
from vacancies.models.organisation_text import OrganisationText
from vacancies.models.outcome import ChannelOutcome, Outcome
from vacancies.models.peer import PeerOffer
from vacancies.models.profile import Profile, ProfileFactor
from vacancies.models.question import Question
from vacancies.models.retention import RetentionTool
from vacancies.models.scheme import BandRange, FactorLevel, MatchingLimit
from vacancies.models.stage import StageChange, StageTask, StageTick
from vacancies.models.timeline import StepDate, TimelineStep, VacancyTimeline
from vacancies.models.vacancy import Vacancy

__all__ = [
    "AdvertCase",
    "AdvertChannel",
    "AdvertChoice",
    "AdvertLimit",
    "BandRange",
    "BankQuestion",
    "BankTask",
    "ChannelOutcome",
    "Criterion",
    "DigestSent",
    "DraftVersion",
    "Duty",
    "EchoText",
    "Example",
    "FactorEvidence",
    "FactorLevel",
    "FindingSetAside",
    "InductionGroup",
    "InductionPlan",
    "InductionSettings",
    "InductionTask",
    "LeaverAnswers",
    "LeaverLink",
    "MatchingLimit",
    "MeetingTheme",
    "OrganisationTask",
    "OrganisationText",
    "Outcome",
    "PeerOffer",
    "PlanEvent",
    "PlanQuestion",
    "PlanTask",
    "PlanTick",
    "PlanTrace",
    "Profile",
    "ProfileFactor",
    "Question",
    "RetentionTool",
    "ScoreMarks",
    "StageChange",
    "StageTask",
    "StageTick",
    "StarterLink",
    "StepDate",
    "ThemeVote",
    "TimelineStep",
    "Vacancy",
    "VacancyTimeline",
]
