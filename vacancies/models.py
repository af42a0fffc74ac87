"""The models of vacancies, gathered from its features for Django."""

from vacancies.checks.models import DismissedFinding
from vacancies.drafting.models.draft import (
    AdvertLimit,
    AdvertText,
    Criterion,
    DraftVersion,
    Duty,
    ReviewAnswer,
)
from vacancies.drafting.models.examples import Example, ExampleCopy
from vacancies.evaluation.models import FactorEvidence, PublishedText
from vacancies.induction.models import (
    DeletedPlanStats,
    DigestSent,
    InductionPlan,
    PlanEvent,
    PlanLink,
    PlanQuestion,
)
from vacancies.planning.models import (
    InductionGroup,
    InductionSettings,
    Plan,
    PlanTask,
    StepDate,
    TaskChange,
    Tick,
    VacancyPlan,
)
from vacancies.posts.models import OrganisationText, Vacancy, VacancyLink
from vacancies.profiles.models import BandRange, FactorLevel, MatchingLimit, Profile, ProfileFactor
from vacancies.recruiting.models.advert import (
    AdvertCase,
    AdvertChannel,
    AdvertChoice,
    ChannelOutcome,
    Outcome,
)
from vacancies.recruiting.models.plan import TimelineStep
from vacancies.recruiting.models.selection import BankQuestion, BankTask, Question, ScoreMarks
from vacancies.retention.models import (
    HandoverAnswers,
    MeetingTheme,
    PeerOffer,
    RetentionTool,
    ThemeVote,
)
