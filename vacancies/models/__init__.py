"""What is stored, one concept a file."""

from vacancies.models.advert_limit import AdvertLimit
from vacancies.models.criterion import Criterion
from vacancies.models.draft_version import DraftVersion
from vacancies.models.duty import Duty
from vacancies.models.evidence import FactorEvidence
from vacancies.models.example import Example
from vacancies.models.finding_set_aside import FindingSetAside
from vacancies.models.induction import InductionGroup, InductionTask
from vacancies.models.organisation_text import OrganisationText
from vacancies.models.profile import Profile, ProfileFactor
from vacancies.models.scheme import BandRange, FactorLevel, MatchingLimit
from vacancies.models.vacancy import Vacancy

__all__ = [
    "AdvertLimit",
    "BandRange",
    "Criterion",
    "DraftVersion",
    "Duty",
    "Example",
    "FactorEvidence",
    "FactorLevel",
    "FindingSetAside",
    "InductionGroup",
    "InductionTask",
    "MatchingLimit",
    "OrganisationText",
    "Profile",
    "ProfileFactor",
    "Vacancy",
]
