"""D7: only one day for the interviews.

Source: CIPD inclusive recruitment guide for managers.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "D7"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once there is a day, an advert is begun, and no other day is offered."""
    if not file.advert.is_started or file.draft.interview_on is None:
        return
    if not file.advert.other_interview.strip():
        place = at_field("other_interview")
        yield noted(RULE, place, about=file.draft.interview_on.isoformat())
