"""What is stored, one concept a file."""

from vacancies.models.criterion import Criterion
from vacancies.models.duty import Duty
from vacancies.models.induction import InductionGroup, InductionTask
from vacancies.models.profile import Profile, ProfileFactor
from vacancies.models.vacancy import Vacancy

__all__ = [
    "Criterion",
    "Duty",
    "InductionGroup",
    "InductionTask",
    "Profile",
    "ProfileFactor",
    "Vacancy",
]
